package dev.lectern.enrollment.progress.messaging;

import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.enrollment.progress.application.CountingGrades;
import dev.lectern.events.assessment.AttemptGraded;
import dev.lectern.events.assessment.SubmissionGraded;
import org.springframework.stereotype.Component;

/// What assessment tells.
@Component
class AssessmentEventsConsumer implements EventConsumer {

    private final CountingGrades counting;

    AssessmentEventsConsumer(CountingGrades counting) {
        this.counting = counting;
    }

    @Override
    public String producer() {
        return "assessment";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.on(AttemptGraded.class, counting::count)
                .on(SubmissionGraded.class, counting::countSubmission);
    }
}
