package dev.lectern.payment.selling.domain;

import dev.lectern.payment.pricing.domain.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.test.util.ReflectionTestUtils;

/// Orders in the states rules are about.
final class OrderFixtures {

    static final Instant NOW = Instant.parse("2026-10-02T09:15:00Z");
    static final Money PRICE = new Money(4_900, "EUR");
    static final Terms TERMS = new Terms("VAT", "DE", 1_900, 70);

    private OrderFixtures() {}

    static Order anOrder() {
        return anOrder(PRICE);
    }

    static Order anOrder(Money price) {
        return anOrder(price, TERMS);
    }

    private static Order anOrder(Money price, Terms terms) {
        var offer = new Offer(UUID.randomUUID(), UUID.randomUUID(), "Signals", price);
        return Order.place(wanted(terms), offer.asItIs(), NOW);
    }

    private static NewOrder wanted(Terms terms) {
        return new NewOrder(OrderId.next(), UUID.randomUUID(), "L-2026-000001", terms, null);
    }

    static Order aCoveredOrder() {
        var offer = new Offer(UUID.randomUUID(), UUID.randomUUID(), "Signals", PRICE);
        return Order.place(wanted(TERMS), offer.less(PRICE, "GIFT"), NOW);
    }

    static Order aPaidOrder() {
        var order = anOrder();
        order.paid(captured(PRICE), NOW);
        return order;
    }

    static Order aFulfilledOrder() {
        return aFulfilledOrder(PRICE, TERMS);
    }

    static Order aFulfilledOrder(Money price, Terms terms) {
        var order = anOrder(price, terms);
        order.paid(captured(price), NOW);
        order.granted(UUID.randomUUID());
        return order;
    }

    static Captured captured(Money money) {
        return new Captured("pi_1", money);
    }

    /// @param text such as `4900 EUR`
    static Money money(String text) {
        var parts = text.split(" ");
        return new Money(Long.parseLong(parts[0]), parts[1]);
    }

    /// What an aggregate would publish when it is saved now.
    static Collection<?> eventsOf(AbstractAggregateRoot<?> aggregate) {
        return (Collection<?>)
                Objects.requireNonNull(ReflectionTestUtils.invokeMethod(aggregate, "domainEvents"));
    }
}
