package dev.lectern.payment.selling.application;

import dev.lectern.payment.selling.domain.Order;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where an order is paid.
///
/// @param checkoutUrl the provider's page; send the buyer there
/// @param expiresAt until when it can be paid
public record CheckoutView(UUID orderId, @Nullable String checkoutUrl, Instant expiresAt) {

    static CheckoutView of(Order order) {
        return new CheckoutView(order.id().value(), order.checkoutUrl(), order.holdExpiresAt());
    }
}
