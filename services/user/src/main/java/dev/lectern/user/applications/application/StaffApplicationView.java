package dev.lectern.user.applications.application;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An application as staff see it.
///
/// @param displayName of the applicant, null while the profile is on its way
/// @param status PENDING, APPROVED or REJECTED
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
