package dev.lectern.assessment.assignments.application;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An assignment in a list.
///
/// @param dueAt null for never
/// @param lateUntilAt until when it is taken though late, null for not at all
/// @param passPercent from which score on it is passed
/// @param maxPoints of all criteria
public record AssignmentSummaryView(
        UUID id,
        UUID courseId,
        String title,
        @Nullable Instant dueAt,
        @Nullable Instant lateUntilAt,
        int passPercent,
        int maxPoints) {}
