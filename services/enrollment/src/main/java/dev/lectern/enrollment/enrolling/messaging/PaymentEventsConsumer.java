package dev.lectern.enrollment.enrolling.messaging;

import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.enrollment.enrolling.application.EndingAccess;
import dev.lectern.enrollment.enrolling.application.Granting;
import dev.lectern.enrollment.enrolling.application.Granting.Grant;
import dev.lectern.enrollment.enrolling.application.KeepingPrices;
import dev.lectern.enrollment.enrolling.domain.OrderId;
import dev.lectern.enrollment.enrolling.domain.RunId;
import dev.lectern.events.payment.OrderPaid;
import dev.lectern.events.payment.PriceChanged;
import dev.lectern.events.payment.RefundRejected;
import dev.lectern.events.payment.RefundSettled;
import org.springframework.stereotype.Component;

/// What payment tells.
@Component
class PaymentEventsConsumer implements EventConsumer {

    private final KeepingPrices prices;
    private final Granting granting;
    private final EndingAccess ending;

    PaymentEventsConsumer(KeepingPrices prices, Granting granting, EndingAccess ending) {
        this.prices = prices;
        this.granting = granting;
        this.ending = ending;
    }

    @Override
    public String producer() {
        return "payment";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.onReceived(PriceChanged.class, prices::keep)
                .on(OrderPaid.class, paid -> granting.grant(paidFor(paid)))
                .on(RefundSettled.class, settled -> ending.revoke(new OrderId(settled.orderId())))
                .on(
                        RefundRejected.class,
                        rejected -> ending.restore(new OrderId(rejected.orderId())));
    }

    private static Grant paidFor(OrderPaid paid) {
        return new Grant(
                new OrderId(paid.orderId()), paid.learnerId(), new RunId(paid.runId()), null);
    }
}
