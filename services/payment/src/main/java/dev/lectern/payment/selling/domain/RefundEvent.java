package dev.lectern.payment.selling.domain;

import dev.lectern.payment.pricing.domain.Money;

/// What can happen to a refund.
public sealed interface RefundEvent {

    Refund refund();

    /// Somebody wants it. Unless it is a part, whether it may be is not known yet.
    record Requested(Refund refund) implements RefundEvent {}

    /// It may be, and access is suspended.
    record Accepted(Refund refund) implements RefundEvent {}

    /// It may not be. Access was never touched.
    record Refused(Refund refund) implements RefundEvent {}

    /// The provider sends the money.
    record Sent(Refund refund) implements RefundEvent {}

    /// The money is back.
    ///
    /// @param before what of the payment was back already
    record Settled(Refund refund, Order order, Money before) implements RefundEvent {}

    /// The provider could not send the money.
    record Failed(Refund refund) implements RefundEvent {}
}
