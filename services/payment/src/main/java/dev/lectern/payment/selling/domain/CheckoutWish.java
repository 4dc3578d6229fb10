package dev.lectern.payment.selling.domain;

import dev.lectern.payment.pricing.domain.Money;
import java.time.Instant;

/// A page to pay an order on, as it is asked of the provider.
///
/// @param returnPath where the buyer comes back to, below the public address
/// @param expiresAt when the provider ends it by itself
public record CheckoutWish(
        OrderId orderId, String title, Money price, String returnPath, Instant expiresAt) {}
