package dev.lectern.stripe;

/// What became of a wish of a buyer.
public enum Outcome {
    DONE,
    UNKNOWN_CHECKOUT,
    /// It was paid or has expired.
    NOT_OPEN
}
