package dev.lectern.notification.messaging;

import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Received;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.events.payment.OrderPaid;
import dev.lectern.events.payment.PartialRefundRejected;
import dev.lectern.events.payment.PartialRefundSettled;
import dev.lectern.events.payment.RefundRejected;
import dev.lectern.events.payment.RefundSettled;
import dev.lectern.notification.application.Announcing;
import dev.lectern.notification.application.Signalling;
import dev.lectern.notification.domain.Kind;
import dev.lectern.notification.domain.News;
import dev.lectern.notification.domain.SignalName;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What payment tells.
@Component
class PaymentEventsConsumer implements EventConsumer {

    private final Announcing announcing;
    private final Signalling signalling;

    PaymentEventsConsumer(Announcing announcing, Signalling signalling) {
        this.announcing = announcing;
        this.signalling = signalling;
    }

    @Override
    public String producer() {
        return "payment";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.onNews(OrderPaid.class, this::paid)
                .onNews(RefundSettled.class, this::settled)
                .onNews(RefundRejected.class, this::rejected)
                .onNews(PartialRefundSettled.class, this::partlySettled)
                .onNews(PartialRefundRejected.class, this::partRejected);
    }

    /// Told again while nobody has answered; the order makes it one occasion.
    private void paid(Received<OrderPaid> told) {
        var event = told.event();
        signal(event.learnerId(), event.orderId());
        announcing.announce(
                News.of(Kind.ORDER_PAID, event.learnerId(), event.orderId())
                        .inCourse(event.courseId())
                        .of(event.amount(), event.currency()));
    }

    private void settled(Received<RefundSettled> told) {
        var event = told.event();
        signal(event.learnerId(), event.orderId());
        announcing.announce(
                News.of(Kind.REFUND_SETTLED, event.learnerId(), event.orderId())
                        .on(event.refundId())
                        .inCourse(event.courseId())
                        .of(event.amount(), event.currency()));
    }

    private void partlySettled(Received<PartialRefundSettled> told) {
        var event = told.event();
        signal(event.learnerId(), event.orderId());
        announcing.announce(
                News.of(Kind.PARTIAL_REFUND_SETTLED, event.learnerId(), event.orderId())
                        .on(event.refundId())
                        .inCourse(event.courseId())
                        .of(event.amount(), event.currency()));
    }

    private void rejected(Received<RefundRejected> told) {
        var event = told.event();
        rejected(event.refundId(), event.orderId(), event.learnerId(), event.courseId());
    }

    private void partRejected(Received<PartialRefundRejected> told) {
        var event = told.event();
        rejected(event.refundId(), event.orderId(), event.learnerId(), event.courseId());
    }

    private void rejected(UUID refund, UUID order, UUID buyer, UUID course) {
        signal(buyer, order);
        announcing.announce(
                News.of(Kind.REFUND_REJECTED, buyer, order).on(refund).inCourse(course));
    }

    private void signal(UUID buyer, UUID order) {
        signalling.signal(buyer, SignalName.ORDER, Map.of("orderId", order));
    }
}
