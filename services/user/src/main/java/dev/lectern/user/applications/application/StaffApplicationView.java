package dev.lectern.user.applications.application;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An application as staff see it.
///
/// @param displayName of the applicant, null while the profile is on its way
/// @param status PENDING, APPROVED or REJECTED
/// @param sampleUrl where something can be seen, null where none was given
/// @param note what was written with the decision, null for nothing
/// @param decidedAt null until it is
/// @param decidedBy who decided, null until somebody has
public record StaffApplicationView(
        UUID id,
        UUID applicantId,
        @Nullable String displayName,
        String status,
        String headline,
        String biography,
        @Nullable String sampleUrl,
        @Nullable String note,
        Instant submittedAt,
        @Nullable Instant decidedAt,
        @Nullable UUID decidedBy) {}
