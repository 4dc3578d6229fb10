package dev.lectern.user.applications.application;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An application as its applicant sees it.
///
/// @param status PENDING, APPROVED or REJECTED
/// @param sampleUrl where something can be seen, null where none was given
/// @param note what staff wrote with the decision, null for nothing
/// @param decidedAt null until it is
public record ApplicationView(
        UUID id,
        String status,
        String headline,
        String biography,
        @Nullable String sampleUrl,
        @Nullable String note,
        Instant submittedAt,
        @Nullable Instant decidedAt) {}
