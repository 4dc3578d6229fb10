package dev.lectern.events.assessment;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.time.Instant;
import java.util.UUID;

/// A learner has handed something in.
///
/// @param enrollmentId the enrollment it was handed in with
/// @param number counts the learner's submissions for this assignment from 1
/// @param late whether it came after it was due
@EventType("assessment.submission-received.v1")
public record SubmissionReceived(
        UUID submissionId,
        UUID assignmentId,
        UUID learnerId,
        UUID enrollmentId,
        UUID courseId,
        int number,
        boolean late,
        Instant submittedAt)
        implements ContractEvent {}
