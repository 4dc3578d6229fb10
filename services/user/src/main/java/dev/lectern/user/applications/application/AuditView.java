package dev.lectern.user.applications.application;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of the audit record.
///
/// @param action APPROVED or REJECTED
/// @param actorId who did it
/// @param note what was written with it, null for nothing
public record AuditView(
        UUID id,
        UUID applicationId,
        String action,
        UUID actorId,
        Instant at,
        @Nullable String note) {}
