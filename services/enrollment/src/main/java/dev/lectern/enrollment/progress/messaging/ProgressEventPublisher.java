package dev.lectern.enrollment.progress.messaging;

import dev.lectern.common.event.Outbox;
import dev.lectern.enrollment.progress.domain.CourseProgress;
import dev.lectern.enrollment.progress.domain.ProgressEvent;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.enrollment.EnrollmentCompleted;
import dev.lectern.events.enrollment.EnrollmentLessonCompleted;
import dev.lectern.events.enrollment.EnrollmentProgressChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Decides what of progress leaves the house, in the same transaction.
@Component
class ProgressEventPublisher {

    private final Outbox outbox;

    ProgressEventPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void publish(ProgressEvent happened) {
        var progress = happened.progress();
        outbox.append(progress.id().value(), contractOf(happened, progress));
    }

    private static ContractEvent contractOf(ProgressEvent happened, CourseProgress p) {
        var enrollment = p.id().value();
        return switch (happened) {
            case ProgressEvent.LessonCompleted(_, var lesson, var at) ->
                    new EnrollmentLessonCompleted(
                            enrollment, p.learnerId(), p.courseId(), lesson, at);
            case ProgressEvent.Advanced _ ->
                    new EnrollmentProgressChanged(
                            enrollment, p.learnerId(), p.courseId(), p.percent());
            case ProgressEvent.Completed(_, var at) ->
                    new EnrollmentCompleted(
                            enrollment, p.learnerId(), p.courseId(), p.courseVersion(), at);
        };
    }
}
