package dev.lectern.events.payment;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.util.UUID;

/// The provider could not give the money of an order back; access is restored and a person looks
/// into it.
@EventType("payment.refund-rejected.v1")
public record RefundRejected(UUID refundId, UUID orderId, UUID learnerId, UUID courseId)
        implements ContractEvent {}
