package dev.lectern.certificate.messaging;

import dev.lectern.certificate.application.RecordingCompletions;
import dev.lectern.certificate.domain.Completion;
import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.events.enrollment.EnrollmentCompleted;
import org.springframework.stereotype.Component;

/// What enrollment tells.
@Component
class EnrollmentEventsConsumer implements EventConsumer {

    private final RecordingCompletions recording;

    EnrollmentEventsConsumer(RecordingCompletions recording) {
        this.recording = recording;
    }

    @Override
    public String producer() {
        return "enrollment";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.on(EnrollmentCompleted.class, event -> recording.record(completionOf(event)));
    }

    private static Completion completionOf(EnrollmentCompleted event) {
        return new Completion(
                event.enrollmentId(),
                event.learnerId(),
                event.courseId(),
                event.courseVersion(),
                event.completedAt());
    }
}
