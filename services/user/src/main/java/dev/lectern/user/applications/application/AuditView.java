package dev.lectern.user.applications.application;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of the audit record.
///
/// @param action APPROVED or REJECTED
public record AuditView(
        UUID id,
        UUID applicationId,
        String action,
        UUID actorId,
        Instant at,
        @Nullable String note) {}
