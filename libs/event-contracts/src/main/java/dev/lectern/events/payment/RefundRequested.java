package dev.lectern.events.payment;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.util.UUID;

/// A learner, or whoever took money that could not be used, wants it given back.
@EventType("payment.refund-requested.v1")
public record RefundRequested(UUID refundId, UUID orderId, UUID learnerId, UUID courseId)
        implements ContractEvent {}
