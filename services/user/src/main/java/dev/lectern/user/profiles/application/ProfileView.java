package dev.lectern.user.profiles.application;

import java.util.UUID;

/// A profile as its owner and other services see it.
public record ProfileView(
        UUID userId,
        String displayName,
        String email,
        String locale,
        String timeZone,
        boolean mfaEnabled,
        long version) {}
