package dev.lectern.review.integration;

import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/// The profiles of the user service.
interface UserProfiles {

    /// The one field needed of it; user may add others.
    record Profile(String displayName) {}

    @GetExchange("/internal/profiles/{userId}")
    Profile of(@PathVariable UUID userId);
}
