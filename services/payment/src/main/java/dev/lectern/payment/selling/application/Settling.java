package dev.lectern.payment.selling.application;

import dev.lectern.payment.selling.application.PaymentProvider.Checkout;
import dev.lectern.payment.selling.domain.Order;
import dev.lectern.payment.selling.domain.OrderId;
import dev.lectern.payment.selling.domain.OrderStatus;
import java.time.Clock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// Finds out how an order stands with the provider and lets it follow. What the provider tells
/// unasked is only a reason to ask, so nothing depends on how often and in which order it does.
@Service
public class Settling {

    private static final Logger log = LoggerFactory.getLogger(Settling.class);

    private final OrderSteps steps;
    private final PaymentProvider provider;
    private final Clock clock;

    Settling(OrderSteps steps, PaymentProvider provider, Clock clock) {
        this.steps = steps;
        this.provider = provider;
        this.clock = clock;
    }

    /// Asks whether an order was paid.
    public void settle(OrderId id) {
        var order = steps.now(id);
        if (order.awaitsMoney()) {
            follow(order, () -> provider.find(checkoutOf(order)));
        }
    }

    /// Ends an order whose time is over; one that was paid at the last moment counts as paid.
    public void expire(OrderId id) {
        var order = steps.then(id, Order::expireUnlessInCheckout);
        if (order.status() == OrderStatus.PENDING) {
            follow(order, () -> provider.expire(checkoutOf(order)));
        }
    }

    private void follow(Order order, Supplier<Checkout> question) {
        Checkout checkout;
        try {
            checkout = question.get();
        } catch (PaymentProvider.Refused refused) {
            log.warn(
                    "Order {} was never taken by the provider: {}",
                    order.number(),
                    refused.reason());
            steps.then(order.id(), Order::expire);
            return;
        }
        switch (checkout.state()) {
            case OPEN -> {}
            case EXPIRED -> steps.then(order.id(), Order::expire);
            case PAID -> paid(order, checkout);
        }
    }

    private void paid(Order order, Checkout checkout) {
        var captured = checkout.captured();
        if (captured == null) {
            throw new IllegalStateException("paid, and no payment: " + checkout.id());
        }
        steps.then(order.id(), now -> now.paid(captured, clock.instant()));
    }

    /// A crash may have come between opening the checkout and keeping its name; asked with the same
    /// key the provider tells it again.
    private String checkoutOf(Order order) {
        if (order.checkoutId() != null) {
            return order.checkoutId();
        }
        var checkout = provider.open(order.checkoutWish());
        steps.then(order.id(), now -> now.checkoutOpened(checkout.id(), checkout.url()));
        return checkout.id();
    }
}
