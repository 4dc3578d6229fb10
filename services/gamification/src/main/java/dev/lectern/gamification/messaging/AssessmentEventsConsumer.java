package dev.lectern.gamification.messaging;

import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Received;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.events.assessment.AttemptGraded;
import dev.lectern.gamification.application.Earning;
import dev.lectern.gamification.application.Earning.Graded;
import dev.lectern.gamification.domain.Act;
import org.springframework.stereotype.Component;

/// What assessment tells.
@Component
class AssessmentEventsConsumer implements EventConsumer {

    private final Earning earning;

    AssessmentEventsConsumer(Earning earning) {
        this.earning = earning;
    }

    @Override
    public String producer() {
        return "assessment";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.onReceived(AttemptGraded.class, received -> earning.attemptGraded(gradedOf(received)));
    }

    private static Graded gradedOf(Received<AttemptGraded> received) {
        var e = received.event();
        var act =
                new Act(
                        received.id(),
                        e.learnerId(),
                        e.courseId(),
                        e.enrollmentId(),
                        e.quizId(),
                        e.gradedAt());
        return new Graded(act, e.number(), e.scorePercent(), e.passed());
    }
}
