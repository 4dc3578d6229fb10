package dev.lectern.gamification.integration;

import dev.lectern.common.integration.CalleeRefused;
import dev.lectern.common.integration.ServiceClients;
import dev.lectern.gamification.application.People;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Where the user service is spoken to.
@Component
class UserService implements People {

    private static final int ABSENT = 404;

    private final UserProfiles profiles;

    UserService(ServiceClients clients) {
        profiles = clients.client("user", UserProfiles.class);
    }

    @Override
    public Optional<Person> person(UUID learnerId) {
        try {
            var profile = profiles.of(learnerId);
            return Optional.of(new Person(profile.displayName(), profile.timeZone()));
        } catch (CalleeRefused refused) {
            if (refused.status() == ABSENT) {
                return Optional.empty();
            }
            throw refused;
        }
    }
}
