package dev.lectern.payment.selling.domain;

import dev.lectern.payment.pricing.domain.Money;

/// Money that a buyer paid and the provider took.
///
/// @param paymentId what the provider calls the payment
public record Captured(String paymentId, Money money) {}
