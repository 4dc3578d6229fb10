package dev.lectern.payment.selling.domain;

/// How far a refund is.
public enum RefundStatus {
    /// Whether it may be is being asked.
    REQUESTED,
    /// It may be, and nothing can be learned any more.
    ACCESS_SUSPENDED,
    /// It is a part that support gives: nobody is asked, and nothing but money changes.
    GRANTED,
    /// The provider was told to send the money.
    SENT,
    /// The money is on its way to the buyer, for good.
    SETTLED,
    /// It may not be: too much was learned, or access has ended.
    REFUSED,
    /// The provider could not send the money.
    FAILED
}
