package dev.lectern.course.catalog.integration;

import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/// User, as it is asked over REST.
@HttpExchange("/internal")
interface UserApi {

    record ProfileResponse(String displayName) {}

    @GetExchange("/profiles/{userId}")
    ProfileResponse profile(@PathVariable UUID userId);
}
