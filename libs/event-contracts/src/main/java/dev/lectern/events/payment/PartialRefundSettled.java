package dev.lectern.events.payment;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.time.Instant;
import java.util.UUID;

/// A part of the money of an order was given back; its learner keeps access.
///
/// Nothing else changes either. Where all that is left goes back, `refund-settled` says so instead.
///
/// @param amount the part, in minor units of `currency`
/// @param currency ISO 4217
@EventType("payment.partial-refund-settled.v1")
public record PartialRefundSettled(
        UUID refundId,
        UUID orderId,
        UUID learnerId,
        UUID courseId,
        long amount,
        String currency,
        Instant settledAt)
        implements ContractEvent {}
