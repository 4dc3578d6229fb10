package dev.lectern.payment.selling.application;

import dev.lectern.payment.selling.domain.Order;
import dev.lectern.payment.selling.domain.OrderStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where an order is paid.
///
/// @param status PENDING until it is paid; PAID at once where a coupon covers all of it
/// @param checkoutUrl the provider's page; send the buyer there. Null where nothing is to be paid
/// @param expiresAt until when it can be paid
public record CheckoutView(
        UUID orderId, OrderStatus status, @Nullable String checkoutUrl, Instant expiresAt) {

    static CheckoutView of(Order order) {
        return new CheckoutView(
                order.id().value(), order.status(), order.checkoutUrl(), order.seat().keptUntil());
    }
}
