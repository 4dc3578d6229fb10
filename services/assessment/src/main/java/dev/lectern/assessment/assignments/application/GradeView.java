package dev.lectern.assessment.assignments.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a submission was found to be worth.
///
/// @param supersedes the grade it takes the place of, null for the first
/// @param points of all criteria together
/// @param maxPoints what all criteria together can be worth
/// @param passed whether that is enough to pass
/// @param comment what the grader says to the learner, null for nothing
/// @param reason why it was graded otherwise than before, null for the first
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
    ///
    /// @param points from 0 to those of the criterion
    public record ScoreView(UUID criterionId, int points) {}
}
