package dev.lectern.stripe;

/// A wish to have the events of an order sent once more.
///
/// @param checkout the session, or the order it was opened for
/// @param times each of them is sent
/// @param reversed whether the last event comes first
/// @param forged whether they are signed with a secret that is not Stripe's
public record Deliveries(String checkout, int times, boolean reversed, boolean forged) {}
