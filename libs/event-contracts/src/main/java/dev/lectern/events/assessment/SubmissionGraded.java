package dev.lectern.events.assessment;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.time.Instant;
import java.util.UUID;

/// A submission was graded, for the first time or otherwise than before.
///
/// @param enrollmentId the enrollment it was handed in with
/// @param number counts the grades of this submission from 1
/// @param scorePercent 0 to 100, of the points
/// @param passed whether that is enough
@EventType("assessment.submission-graded.v1")
public record SubmissionGraded(
        UUID gradeId,
        UUID submissionId,
        UUID assignmentId,
        UUID learnerId,
        UUID enrollmentId,
        UUID courseId,
        int number,
        int scorePercent,
        boolean passed,
        Instant gradedAt)
        implements ContractEvent {}
