package dev.lectern.payment.selling.messaging;

import dev.lectern.common.event.Outbox;
import dev.lectern.events.payment.OrderExpired;
import dev.lectern.events.payment.OrderPaid;
import dev.lectern.events.payment.PartialRefundRejected;
import dev.lectern.events.payment.PartialRefundSettled;
import dev.lectern.events.payment.RefundRejected;
import dev.lectern.events.payment.RefundRequested;
import dev.lectern.events.payment.RefundSettled;
import dev.lectern.payment.selling.domain.Order;
import dev.lectern.payment.selling.domain.OrderEvent;
import dev.lectern.payment.selling.domain.Refund;
import dev.lectern.payment.selling.domain.RefundEvent;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Decides what of sales leaves the house, in the same transaction. Everything about an order has
/// the order as its subject, so that it is heard in order.
@Component
class SalesEventPublisher {

    private final Outbox outbox;

    SalesEventPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void publish(OrderEvent happened) {
        switch (happened) {
            case OrderEvent.Paid(var order) -> tellPaid(order);
            case OrderEvent.StillPaid(var order) -> tellPaid(order);
            case OrderEvent.Expired(var order) ->
                    outbox.append(
                            order.id().value(),
                            new OrderExpired(
                                    order.id().value(),
                                    order.learnerId(),
                                    order.item().courseId(),
                                    order.item().runId()));
            case OrderEvent.Placed _,
                    OrderEvent.Cancelled _,
                    OrderEvent.SeatUnneeded _,
                    OrderEvent.CheckoutStarted _,
                    OrderEvent.Declined _,
                    OrderEvent.Mismatched _ -> {}
        }
    }

    private void tellPaid(Order order) {
        outbox.append(
                order.id().value(),
                new OrderPaid(
                        order.id().value(),
                        order.learnerId(),
                        order.item().courseId(),
                        order.item().runId(),
                        order.item().price().amount(),
                        order.item().price().currency(),
                        order.payment().at()));
    }

    @EventListener
    void publish(RefundEvent happened) {
        var refund = happened.refund();
        var order = refund.orderId().value();
        switch (happened) {
            case RefundEvent.Accepted _ ->
                    outbox.append(
                            order,
                            new RefundRequested(
                                    refund.id().value(),
                                    order,
                                    refund.learnerId(),
                                    refund.courseId()));
            case RefundEvent.Settled _ ->
                    outbox.append(
                            order, refund.isPartial() ? partlySettled(refund) : settled(refund));
            case RefundEvent.Failed _ ->
                    outbox.append(
                            order, refund.isPartial() ? partRejected(refund) : rejected(refund));
            case RefundEvent.Requested _, RefundEvent.Refused _, RefundEvent.Sent _ -> {}
        }
    }

    private static RefundSettled settled(Refund refund) {
        return new RefundSettled(
                refund.id().value(),
                refund.orderId().value(),
                refund.learnerId(),
                refund.courseId(),
                refund.money().amount(),
                refund.money().currency(),
                known(refund.settledAt()));
    }

    private static PartialRefundSettled partlySettled(Refund refund) {
        return new PartialRefundSettled(
                refund.id().value(),
                refund.orderId().value(),
                refund.learnerId(),
                refund.courseId(),
                refund.money().amount(),
                refund.money().currency(),
                known(refund.settledAt()));
    }

    private static RefundRejected rejected(Refund refund) {
        return new RefundRejected(
                refund.id().value(),
                refund.orderId().value(),
                refund.learnerId(),
                refund.courseId());
    }

    private static PartialRefundRejected partRejected(Refund refund) {
        return new PartialRefundRejected(
                refund.id().value(),
                refund.orderId().value(),
                refund.learnerId(),
                refund.courseId());
    }

    private static Instant known(@Nullable Instant time) {
        return Objects.requireNonNull(time, "what has happened has a time");
    }
}
