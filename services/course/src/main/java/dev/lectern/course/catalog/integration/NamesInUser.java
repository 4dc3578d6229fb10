package dev.lectern.course.catalog.integration;

import dev.lectern.common.integration.CalleeRefused;
import dev.lectern.common.integration.ServiceClients;
import dev.lectern.course.catalog.application.InstructorNames;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Asks user for names.
@Component
class NamesInUser implements InstructorNames {

    private final UserApi user;

    NamesInUser(ServiceClients clients) {
        this.user = clients.client("user", UserApi.class);
    }

    @Override
    public Optional<String> nameOf(UUID id) {
        try {
            return Optional.of(user.profile(id).displayName());
        } catch (CalleeRefused refused) {
            if (refused.status() == HttpStatus.NOT_FOUND.value()) {
                return Optional.empty();
            }
            throw refused;
        }
    }
}
