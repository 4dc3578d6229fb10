package dev.lectern.payment.selling.messaging;

import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.events.enrollment.EnrollmentExpired;
import dev.lectern.events.enrollment.EnrollmentGrantRefused;
import dev.lectern.events.enrollment.EnrollmentGranted;
import dev.lectern.events.enrollment.EnrollmentRevoked;
import dev.lectern.events.enrollment.EnrollmentWaitlistChanged;
import dev.lectern.payment.selling.application.FulfillingOrders;
import dev.lectern.payment.selling.application.PlacingOrders;
import dev.lectern.payment.selling.application.PlacingOrders.SeatOffer;
import dev.lectern.payment.selling.application.RequestingRefunds;
import dev.lectern.payment.selling.domain.OrderId;
import org.springframework.stereotype.Component;

/// What enrollment tells of what was paid.
@Component
class EnrollmentEventsConsumer implements EventConsumer {

    private final FulfillingOrders fulfilling;
    private final RequestingRefunds refunds;
    private final PlacingOrders placing;

    EnrollmentEventsConsumer(
            FulfillingOrders fulfilling, RequestingRefunds refunds, PlacingOrders placing) {
        this.placing = placing;
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
                .on(EnrollmentExpired.class, expired -> fulfilling.accessEnded(expired.orderId()))
                .on(EnrollmentWaitlistChanged.class, this::follow);
    }

    /// Of all that happens in a waitlist only what is about an order.
    private void follow(EnrollmentWaitlistChanged changed) {
        if (changed.orderId() == null || changed.offeredUntil() == null) {
            return;
        }
        var order = new OrderId(changed.orderId());
        switch (changed.status()) {
            case "OFFERED" ->
                    placing.offered(
                            new SeatOffer(
                                    order,
                                    changed.learnerId(),
                                    changed.runId(),
                                    changed.offeredUntil()));
            case "LEFT" -> placing.turnedDown(order);
            default -> {}
        }
    }
}
