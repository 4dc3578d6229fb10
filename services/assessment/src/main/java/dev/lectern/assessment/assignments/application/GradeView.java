package dev.lectern.assessment.assignments.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a submission was found to be worth.
///
/// @param supersedes the grade it takes the place of, null for the first
/// @param reason why it was graded otherwise than before
public record GradeView(
        UUID id,
        @Nullable UUID supersedes,
        List<ScoreView> scores,
        int points,
        int maxPoints,
        int scorePercent,
        boolean passed,
        @Nullable String comment,
        @Nullable String reason,
        Instant gradedAt) {

    /// What one criterion was found to be worth.
    public record ScoreView(UUID criterionId, int points) {}
}
