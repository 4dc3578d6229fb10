package dev.lectern.payment.selling.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.payment.selling.domain.Order;
import dev.lectern.payment.selling.domain.OrderId;
import dev.lectern.payment.selling.domain.OrderRefused;
import dev.lectern.payment.selling.domain.OrderStatus;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// The way of an order from its seat to the page it is paid on. Every step may be taken again: what
/// was done before is found done.
@Service
public class CheckingOut {

    private final OrderSteps steps;
    private final Seats seats;
    private final PaymentProvider provider;
    private final Clock clock;

    CheckingOut(OrderSteps steps, Seats seats, PaymentProvider provider, Clock clock) {
        this.steps = steps;
        this.seats = seats;
        this.provider = provider;
        this.clock = clock;
    }

    /// Has a seat kept. Where there is none the order is over, and whoever asks is told why.
    public void takeSeat(OrderId id) {
        var order = steps.now(id);
        if (order.status() == OrderStatus.PENDING && !order.seat().held()) {
            order = hold(order);
        }
        var refused = order.seat().refusedBecause();
        if (refused != null) {
            throw OrderRefused.noSeat(refused, order.item().runId());
        }
    }

    private Order hold(Order order) {
        try {
            seats.hold(order.id(), order.item().runId(), order.learnerId());
        } catch (Seats.NoSeat none) {
            return steps.then(order.id(), late -> late.seatRefused(none.code()));
        }
        return steps.then(order.id(), Order::seatHeld);
    }

    /// The buyer goes to pay.
    ///
    /// @param returnPath where to come back to, below the public address
    public UUID start(OrderId id, String returnPath, Caller caller) {
        steps.then(
                id,
                order -> {
                    if (!order.learnerId().equals(caller.id())) {
                        throw GenericRefusal.notFound();
                    }
                    order.startCheckout(returnPath, clock.instant());
                });
        return id.value();
    }

    /// Opens the page to pay on, or is done where a coupon covers everything.
    public CheckoutView open(OrderId id) {
        takeSeat(id);
        var order = steps.now(id);
        if (order.isCovered()) {
            return CheckoutView.of(steps.then(id, now -> now.covered(clock.instant())));
        }
        order.requirePayable(clock.instant());
        if (order.checkoutUrl() == null) {
            order = opened(order);
        }
        return CheckoutView.of(order);
    }

    private Order opened(Order order) {
        try {
            var checkout = provider.open(order.checkoutWish());
            return steps.then(order.id(), now -> now.checkoutOpened(checkout.id(), checkout.url()));
        } catch (PaymentProvider.Refused refused) {
            throw OrderRefused.checkoutRefused(refused.reason());
        }
    }
}
