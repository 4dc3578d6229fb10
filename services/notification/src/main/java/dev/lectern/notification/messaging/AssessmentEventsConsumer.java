package dev.lectern.notification.messaging;

import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Received;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.events.assessment.SubmissionGraded;
import dev.lectern.notification.application.Announcing;
import dev.lectern.notification.domain.Kind;
import dev.lectern.notification.domain.News;
import org.springframework.stereotype.Component;

/// What assessment tells.
@Component
class AssessmentEventsConsumer implements EventConsumer {

    private final Announcing announcing;

    AssessmentEventsConsumer(Announcing announcing) {
        this.announcing = announcing;
    }

    @Override
    public String producer() {
        return "assessment";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.onNews(SubmissionGraded.class, this::graded);
    }

    /// A grade that replaces another is news again.
    private void graded(Received<SubmissionGraded> told) {
        var event = told.event();
        announcing.announce(
                News.of(Kind.WORK_GRADED, event.learnerId(), event.submissionId())
                        .on(event.gradeId())
                        .inCourse(event.courseId())
                        .saying(String.valueOf(event.scorePercent())));
    }
}
