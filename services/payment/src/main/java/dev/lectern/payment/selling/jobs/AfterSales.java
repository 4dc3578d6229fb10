package dev.lectern.payment.selling.jobs;

import dev.lectern.common.task.DurableTasks;
import dev.lectern.payment.coupons.application.UsingCoupons;
import dev.lectern.payment.selling.application.SalesTasks;
import dev.lectern.payment.selling.domain.Order;
import dev.lectern.payment.selling.domain.OrderEvent;
import dev.lectern.payment.selling.domain.RefundEvent;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Leaves behind, in the transaction in which something happened, what must follow from it.
@Component
class AfterSales {

    /// The request that placed an order takes its seat itself, unless something goes wrong.
    private static final Duration A_REQUEST = Duration.ofSeconds(5);

    private final DurableTasks tasks;
    private final UsingCoupons coupons;
    private final Clock clock;

    AfterSales(DurableTasks tasks, UsingCoupons coupons, Clock clock) {
        this.tasks = tasks;
        this.coupons = coupons;
        this.clock = clock;
    }

    @EventListener
    void schedule(OrderEvent happened) {
        switch (happened) {
            case OrderEvent.Placed(var order) -> {
                tasks.at(clock.instant().plus(A_REQUEST), SalesTasks.TAKE_SEAT, idOf(order));
                tasks.at(order.seat().keptUntil(), SalesTasks.EXPIRE_ORDER, idOf(order));
            }
            case OrderEvent.Expired(var order) -> {
                tasks.soon(SalesTasks.RELEASE_SEAT, idOf(order));
                coupons.giveBack(order.id().value());
            }
            case OrderEvent.Cancelled(var order) -> coupons.giveBack(order.id().value());
            case OrderEvent.Paid(var order) -> coupons.keep(order.id().value());
            case OrderEvent.SeatUnneeded(var order) ->
                    tasks.soon(SalesTasks.RELEASE_SEAT, idOf(order));
            case OrderEvent.CheckoutStarted _,
                    OrderEvent.Declined _,
                    OrderEvent.StillPaid _,
                    OrderEvent.Mismatched _ -> {}
        }
    }

    @EventListener
    void schedule(RefundEvent.Requested happened) {
        tasks.soon(SalesTasks.REFUND, happened.refund().id().value().toString());
    }

    private static String idOf(Order order) {
        return order.id().value().toString();
    }
}
