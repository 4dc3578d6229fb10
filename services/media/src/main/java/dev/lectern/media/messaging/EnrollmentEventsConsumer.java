package dev.lectern.media.messaging;

import dev.lectern.common.copy.AccessCopy;
import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.events.enrollment.EnrollmentExpired;
import dev.lectern.events.enrollment.EnrollmentGranted;
import dev.lectern.events.enrollment.EnrollmentRestored;
import dev.lectern.events.enrollment.EnrollmentRevoked;
import dev.lectern.events.enrollment.EnrollmentSuspended;
import org.springframework.stereotype.Component;

/// What enrollment tells: who may learn what.
@Component
class EnrollmentEventsConsumer implements EventConsumer {

    private final AccessCopy access;

    EnrollmentEventsConsumer(AccessCopy access) {
        this.access = access;
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
                .onReceived(EnrollmentRevoked.class, access::revoked)
                .onReceived(EnrollmentExpired.class, access::expired);
    }
}
