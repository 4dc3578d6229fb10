package dev.lectern.gamification.messaging;

import dev.lectern.common.copy.AccessCopy;
import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Received;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.events.enrollment.EnrollmentCompleted;
import dev.lectern.events.enrollment.EnrollmentExpired;
import dev.lectern.events.enrollment.EnrollmentGranted;
import dev.lectern.events.enrollment.EnrollmentLessonCompleted;
import dev.lectern.events.enrollment.EnrollmentRestored;
import dev.lectern.events.enrollment.EnrollmentRevoked;
import dev.lectern.events.enrollment.EnrollmentSuspended;
import dev.lectern.gamification.application.Earning;
import dev.lectern.gamification.application.Reversing;
import dev.lectern.gamification.application.Reversing.Revoke;
import dev.lectern.gamification.domain.Act;
import org.springframework.stereotype.Component;

/// What enrollment tells.
@Component
class EnrollmentEventsConsumer implements EventConsumer {

    private final AccessCopy access;
    private final Earning earning;
    private final Reversing reversing;

    EnrollmentEventsConsumer(AccessCopy access, Earning earning, Reversing reversing) {
        this.access = access;
        this.earning = earning;
        this.reversing = reversing;
    }

    @Override
    public String producer() {
        return "enrollment";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.onReceived(EnrollmentGranted.class, access::granted)
                .onReceived(EnrollmentSuspended.class, access::suspended)
                .onReceived(EnrollmentRestored.class, access::restored)
                .onReceived(EnrollmentExpired.class, access::expired)
                .onReceived(EnrollmentRevoked.class, this::revoked)
                .onReceived(
                        EnrollmentLessonCompleted.class,
                        received -> earning.lessonCompleted(lessonOf(received)))
                .onReceived(
                        EnrollmentCompleted.class,
                        received -> earning.courseCompleted(courseOf(received)));
    }

    private void revoked(Received<EnrollmentRevoked> received) {
        var e = received.event();
        access.revoked(received);
        reversing.revoke(new Revoke(received.id(), e.enrollmentId(), e.learnerId(), e.courseId()));
    }

    private static Act lessonOf(Received<EnrollmentLessonCompleted> received) {
        var e = received.event();
        return new Act(
                received.id(),
                e.learnerId(),
                e.courseId(),
                e.enrollmentId(),
                e.lessonId(),
                e.completedAt());
    }

    private static Act courseOf(Received<EnrollmentCompleted> received) {
        var e = received.event();
        return new Act(
                received.id(),
                e.learnerId(),
                e.courseId(),
                e.enrollmentId(),
                e.courseId(),
                e.completedAt());
    }
}
