package dev.lectern.payment.selling.domain;

/// Why money goes back.
public enum RefundReason {
    NOT_AS_DESCRIBED,
    CHANGED_MIND,
    TECHNICAL,
    OTHER,
    /// There was nothing to give for it: no seat was left when it was paid. Not for learners.
    NOT_FULFILLED
}
