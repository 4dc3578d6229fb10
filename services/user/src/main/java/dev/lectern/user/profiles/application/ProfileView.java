package dev.lectern.user.profiles.application;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A profile as its owner and other services see it.
public record ProfileView(
        UUID userId,
        String displayName,
        String email,
        String locale,
        String timeZone,
        boolean mfaEnabled,
        @Nullable UUID avatarAssetId,
        long version) {}
