package dev.lectern.events.payment;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.util.UUID;

/// The provider could not give a part of the money of an order back; the order is as it was.
///
/// A person looks into it.
@EventType("payment.partial-refund-rejected.v1")
public record PartialRefundRejected(UUID refundId, UUID orderId, UUID learnerId, UUID courseId)
        implements ContractEvent {}
