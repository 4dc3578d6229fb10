package dev.lectern.assessment.assignments.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An assignment, the same for who writes it and who does it.
///
/// @param instructions plain text
/// @param dueAt null for never
/// @param lateUntilAt until when it is taken though late, null for not at all
/// @param passPercent from which score on it is passed
/// @param maxPoints of all criteria
public record AssignmentView(
        UUID id,
        UUID courseId,
        String title,
        String instructions,
        @Nullable Instant dueAt,
        @Nullable Instant lateUntilAt,
        int passPercent,
        int maxPoints,
        List<CriterionView> rubric) {

    /// What is judged.
    ///
    /// @param points the most there are for it
    public record CriterionView(UUID id, String title, int points) {}
}
