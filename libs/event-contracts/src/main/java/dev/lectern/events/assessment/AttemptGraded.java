package dev.lectern.events.assessment;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.time.Instant;
import java.util.UUID;

/// An attempt at a quiz was graded. Attempts of authors are never told.
///
/// @param enrollmentId the enrollment it was made in
/// @param number counts the learner's attempts at this quiz from 1
/// @param scorePercent 0 to 100, of the points
/// @param passed whether that is enough
@EventType("assessment.attempt-graded.v1")
public record AttemptGraded(
        UUID attemptId,
        UUID learnerId,
        UUID enrollmentId,
        UUID courseId,
        UUID quizId,
        int number,
        int scorePercent,
        boolean passed,
        Instant gradedAt)
        implements ContractEvent {}
