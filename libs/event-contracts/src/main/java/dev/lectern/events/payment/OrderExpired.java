package dev.lectern.events.payment;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.util.UUID;

/// An order was not paid in time; its seat is free again.
@EventType("payment.order-expired.v1")
public record OrderExpired(UUID orderId, UUID learnerId, UUID courseId, UUID runId)
        implements ContractEvent {}
