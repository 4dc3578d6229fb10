package dev.lectern.stripe;

/// What came of deliveries someone asked for.
///
/// @param sent how many events went out
/// @param taken how many of them the receiver took; a forged one should not be
public record Delivered(int sent, int taken) {}
