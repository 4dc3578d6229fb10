package dev.lectern.events.payment;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.time.Instant;
import java.util.UUID;

/// The money of an order was given back.
///
/// @param amount in minor units of `currency`
/// @param currency ISO 4217
@EventType("payment.refund-settled.v1")
public record RefundSettled(
        UUID refundId,
        UUID orderId,
        UUID learnerId,
        UUID courseId,
        long amount,
        String currency,
        Instant settledAt)
        implements ContractEvent {}
