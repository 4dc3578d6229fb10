package dev.lectern.payment.selling.domain;

import dev.lectern.payment.pricing.domain.Money;

/// What can happen to an order.
public sealed interface OrderEvent {

    Order order();

    /// Somebody wants it; no seat is kept yet.
    record Placed(Order order) implements OrderEvent {}

    /// There is no seat for it.
    record Cancelled(Order order) implements OrderEvent {}

    /// A seat was kept for it too late.
    record SeatUnneeded(Order order) implements OrderEvent {}

    /// The buyer was sent to pay, for the first time.
    record CheckoutStarted(Order order) implements OrderEvent {}

    /// A card was declined.
    record Declined(Order order) implements OrderEvent {}

    /// The money is here.
    record Paid(Order order) implements OrderEvent {}

    /// The money is here, and nobody has answered that.
    record StillPaid(Order order) implements OrderEvent {}

    /// Money is here that is not the order's amount.
    record Mismatched(Order order, Money money) implements OrderEvent {}

    /// Nobody paid in time.
    record Expired(Order order) implements OrderEvent {}
}
