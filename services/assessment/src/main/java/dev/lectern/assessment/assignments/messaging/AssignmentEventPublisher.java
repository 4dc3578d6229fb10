package dev.lectern.assessment.assignments.messaging;

import dev.lectern.assessment.assignments.domain.AssignmentEvent;
import dev.lectern.assessment.assignments.domain.Submission;
import dev.lectern.assessment.assignments.domain.SubmissionGrade;
import dev.lectern.common.event.Outbox;
import dev.lectern.events.assessment.SubmissionGraded;
import dev.lectern.events.assessment.SubmissionReceived;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Decides what of assignments leaves the house, in the same transaction: never what was written.
@Component
class AssignmentEventPublisher {

    private final Outbox outbox;

    AssignmentEventPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void publish(AssignmentEvent happened) {
        switch (happened) {
            case AssignmentEvent.Written(var assignment) ->
                    outbox.append(assignment.id().value(), CurrentAssignments.of(assignment));
            case AssignmentEvent.Received(var submission) ->
                    outbox.append(submission.id().value(), received(submission));
            case AssignmentEvent.Graded(var submission, var grade) ->
                    outbox.append(submission.id().value(), graded(submission, grade));
        }
    }

    private static SubmissionReceived received(Submission submission) {
        return new SubmissionReceived(
                submission.id().value(),
                submission.assignmentId().value(),
                submission.learnerId(),
                submission.enrollmentId(),
                submission.courseId(),
                submission.number(),
                submission.isLate(),
                submission.submittedAt());
    }

    private static SubmissionGraded graded(Submission submission, SubmissionGrade grade) {
        return new SubmissionGraded(
                grade.getId().value(),
                submission.id().value(),
                submission.assignmentId().value(),
                submission.learnerId(),
                submission.enrollmentId(),
                submission.courseId(),
                grade.number(),
                grade.scorePercent(),
                grade.passed(),
                grade.gradedAt());
    }
}
