package dev.lectern.assessment.attempts.messaging;

import dev.lectern.assessment.attempts.domain.Attempt;
import dev.lectern.assessment.attempts.domain.AttemptEvent;
import dev.lectern.assessment.attempts.domain.Grade;
import dev.lectern.common.event.Outbox;
import dev.lectern.events.assessment.AttemptGraded;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Decides what of attempts leaves the house, in the same transaction. Previews never do.
@Component
class AttemptEventPublisher {

    private final Outbox outbox;

    AttemptEventPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void publish(AttemptEvent happened) {
        switch (happened) {
            case AttemptEvent.Graded(var attempt, var grade) -> {
                if (attempt.enrollmentId() != null) {
                    outbox.append(
                            attempt.id().value(), graded(attempt, attempt.enrollmentId(), grade));
                }
            }
        }
    }

    private static AttemptGraded graded(Attempt attempt, UUID enrollment, Grade grade) {
        return new AttemptGraded(
                attempt.id().value(),
                attempt.learnerId(),
                enrollment,
                attempt.courseId(),
                attempt.quizId().value(),
                attempt.number(),
                grade.scorePercent(),
                grade.passed(),
                grade.gradedAt());
    }
}
