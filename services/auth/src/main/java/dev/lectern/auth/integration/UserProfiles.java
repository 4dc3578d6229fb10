package dev.lectern.auth.integration;

import dev.lectern.auth.application.CreatingProfiles;
import dev.lectern.auth.application.Profiles;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

/// The profiles of the user service.
interface UserProfiles extends Profiles {

    @Override
    @PostExchange("/internal/profiles")
    void create(@RequestBody CreatingProfiles.Order order);
}
