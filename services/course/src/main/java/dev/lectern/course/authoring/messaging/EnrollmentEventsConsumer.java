package dev.lectern.course.authoring.messaging;

import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.course.authoring.application.KeepingLearners;
import dev.lectern.course.authoring.application.KeepingSeats;
import dev.lectern.events.enrollment.EnrollmentExpired;
import dev.lectern.events.enrollment.EnrollmentGranted;
import dev.lectern.events.enrollment.EnrollmentRevoked;
import dev.lectern.events.enrollment.EnrollmentSeatsChanged;
import org.springframework.stereotype.Component;

/// What enrollment tells.
@Component
class EnrollmentEventsConsumer implements EventConsumer {

    private final KeepingSeats seats;
    private final KeepingLearners learners;

    EnrollmentEventsConsumer(KeepingSeats seats, KeepingLearners learners) {
        this.seats = seats;
        this.learners = learners;
    }

    @Override
    public String producer() {
        return "enrollment";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.onReceived(EnrollmentSeatsChanged.class, seats::keep)
                .onReceived(EnrollmentGranted.class, learners::granted)
                .onReceived(EnrollmentRevoked.class, learners::revoked)
                .onReceived(EnrollmentExpired.class, learners::expired);
    }
}
