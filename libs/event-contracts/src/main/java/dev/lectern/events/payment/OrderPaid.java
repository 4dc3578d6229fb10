package dev.lectern.events.payment;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.time.Instant;
import java.util.UUID;

/// The money for an order has arrived, or the order costs nothing. Told again while nobody has
/// answered with a grant or its refusal.
///
/// @param amount what was captured, in minor units of `currency`, tax included
/// @param currency ISO 4217
@EventType("payment.order-paid.v1")
public record OrderPaid(
        UUID orderId,
        UUID learnerId,
        UUID courseId,
        UUID runId,
        long amount,
        String currency,
        Instant paidAt)
        implements ContractEvent {}
