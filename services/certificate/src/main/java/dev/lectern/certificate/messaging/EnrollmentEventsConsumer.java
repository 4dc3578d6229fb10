package dev.lectern.certificate.messaging;

import dev.lectern.certificate.application.RecordingCompletions;
import dev.lectern.certificate.application.RevokingCertificates;
import dev.lectern.certificate.domain.Completion;
import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.events.enrollment.EnrollmentCompleted;
import dev.lectern.events.enrollment.EnrollmentRevoked;
import org.springframework.stereotype.Component;

/// What enrollment tells.
@Component
class EnrollmentEventsConsumer implements EventConsumer {

    private final RecordingCompletions recording;
    private final RevokingCertificates revoking;

    EnrollmentEventsConsumer(RecordingCompletions recording, RevokingCertificates revoking) {
        this.recording = recording;
        this.revoking = revoking;
    }

    @Override
    public String producer() {
        return "enrollment";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.on(EnrollmentCompleted.class, event -> recording.record(completionOf(event)))
                .on(EnrollmentRevoked.class, this::revoked);
    }

    /// What was bought ends only when its money went back. Who leaves a free course keeps what was
    /// earned in it.
    private void revoked(EnrollmentRevoked event) {
        if (event.orderId() != null) {
            revoking.refund(event.enrollmentId());
        }
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
