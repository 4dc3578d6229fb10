package dev.lectern.payment.selling.domain;

/// Where an order stands.
public enum OrderStatus {
    /// It waits to be paid; a declined card leaves it here.
    PENDING,
    /// The money is here, access is on its way.
    PAID,
    /// The learner may learn.
    FULFILLED,
    /// Nobody paid in time.
    EXPIRED,
    /// There was no seat for it.
    CANCELLED,
    /// Money goes back; where it is all that is left, access is suspended meanwhile.
    REFUND_PENDING,
    /// The money is back and access is gone.
    REFUNDED,
    /// A part of the money is back, and the learner may learn.
    PARTIALLY_REFUNDED,
    /// Money is here that does not fit, or cannot go back by itself. A person decides.
    UNDER_REVIEW
}
