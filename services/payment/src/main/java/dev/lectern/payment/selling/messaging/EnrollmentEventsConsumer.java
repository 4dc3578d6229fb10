package dev.lectern.payment.selling.messaging;

import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.events.enrollment.EnrollmentExpired;
import dev.lectern.events.enrollment.EnrollmentGrantRefused;
import dev.lectern.events.enrollment.EnrollmentGranted;
import dev.lectern.events.enrollment.EnrollmentRevoked;
import dev.lectern.payment.selling.application.FulfillingOrders;
import dev.lectern.payment.selling.application.RequestingRefunds;
import org.springframework.stereotype.Component;

/// What enrollment tells of what was paid.
@Component
class EnrollmentEventsConsumer implements EventConsumer {

    private final FulfillingOrders fulfilling;
    private final RequestingRefunds refunds;

    EnrollmentEventsConsumer(FulfillingOrders fulfilling, RequestingRefunds refunds) {
        this.fulfilling = fulfilling;
        this.refunds = refunds;
    }

    @Override
    public String producer() {
        return "enrollment";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.on(EnrollmentGranted.class, fulfilling::granted)
                .on(EnrollmentGrantRefused.class, refused -> refunds.unfulfilled(refused.orderId()))
                .on(EnrollmentRevoked.class, revoked -> fulfilling.accessEnded(revoked.orderId()))
                .on(EnrollmentExpired.class, expired -> fulfilling.accessEnded(expired.orderId()));
    }
}
