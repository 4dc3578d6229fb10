package dev.lectern.review.messaging;

import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.events.enrollment.EnrollmentExpired;
import dev.lectern.events.enrollment.EnrollmentGranted;
import dev.lectern.events.enrollment.EnrollmentProgressChanged;
import dev.lectern.events.enrollment.EnrollmentRestored;
import dev.lectern.events.enrollment.EnrollmentRevoked;
import dev.lectern.events.enrollment.EnrollmentSuspended;
import dev.lectern.review.application.FollowingAccess;
import dev.lectern.review.application.KeepingProgress;
import org.springframework.stereotype.Component;

/// What enrollment tells.
@Component
class EnrollmentEventsConsumer implements EventConsumer {

    private final FollowingAccess access;
    private final KeepingProgress progress;

    EnrollmentEventsConsumer(FollowingAccess access, KeepingProgress progress) {
        this.access = access;
        this.progress = progress;
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
                .onReceived(EnrollmentExpired.class, access::expired)
                .onReceived(EnrollmentProgressChanged.class, progress::keep);
    }
}
