package dev.lectern.notification.messaging;

import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Received;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.events.enrollment.EnrollmentCompleted;
import dev.lectern.events.enrollment.EnrollmentGranted;
import dev.lectern.events.enrollment.EnrollmentProgressChanged;
import dev.lectern.events.enrollment.EnrollmentWaitlistChanged;
import dev.lectern.notification.application.Announcing;
import dev.lectern.notification.application.Signalling;
import dev.lectern.notification.domain.Kind;
import dev.lectern.notification.domain.News;
import dev.lectern.notification.domain.SignalName;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What enrollment tells.
@Component
class EnrollmentEventsConsumer implements EventConsumer {

    private final Announcing announcing;
    private final Signalling signalling;

    EnrollmentEventsConsumer(Announcing announcing, Signalling signalling) {
        this.announcing = announcing;
        this.signalling = signalling;
    }

    @Override
    public String producer() {
        return "enrollment";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.onNews(EnrollmentGranted.class, this::granted)
                .onNews(EnrollmentCompleted.class, this::completed)
                .onNews(EnrollmentProgressChanged.class, this::progressed)
                .onNews(EnrollmentWaitlistChanged.class, this::waited);
    }

    /// Of all that happens in a waitlist only what asks for something in time.
    private void waited(Received<EnrollmentWaitlistChanged> told) {
        var event = told.event();
        var order = event.orderId();
        if (order != null && event.status().equals("OFFERED")) {
            signalling.signal(event.learnerId(), SignalName.ORDER, Map.of("orderId", order));
            announcing.announce(
                    News.of(Kind.SEAT_OFFERED, event.learnerId(), order)
                            .inCourse(event.courseId()));
        }
    }

    private void granted(Received<EnrollmentGranted> told) {
        var event = told.event();
        signal(event.learnerId(), event.enrollmentId(), event.courseId());
        announcing.announce(
                News.of(Kind.ENROLLED, event.learnerId(), event.enrollmentId())
                        .inCourse(event.courseId()));
    }

    private void completed(Received<EnrollmentCompleted> told) {
        var event = told.event();
        signal(event.learnerId(), event.enrollmentId(), event.courseId());
        announcing.announce(
                News.of(Kind.COURSE_COMPLETED, event.learnerId(), event.enrollmentId())
                        .inCourse(event.courseId()));
    }

    /// It happens too often to be told: whoever looks at it sees it move.
    private void progressed(Received<EnrollmentProgressChanged> told) {
        var event = told.event();
        signalling.signal(
                event.learnerId(),
                SignalName.PROGRESS,
                Map.of(
                        "enrollmentId",
                        event.enrollmentId(),
                        "courseId",
                        event.courseId(),
                        "percent",
                        event.percent()));
    }

    private void signal(UUID learner, UUID enrollment, UUID course) {
        signalling.signal(
                learner,
                SignalName.ENROLLMENT,
                Map.of("enrollmentId", enrollment, "courseId", course));
    }
}
