package dev.lectern.review.integration;

import dev.lectern.common.integration.CalleeRefused;
import dev.lectern.common.integration.ServiceClients;
import dev.lectern.review.application.People;
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
    public Optional<String> nameOf(UUID user) {
        try {
            return Optional.of(profiles.of(user).displayName());
        } catch (CalleeRefused refused) {
            if (refused.status() == ABSENT) {
                return Optional.empty();
            }
            throw refused;
        }
    }
}
