package dev.lectern.events.enrollment;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.util.UUID;

/// A paid order cannot be granted; whoever took the money gives it back.
///
/// @param reason SOLD_OUT, RUN_CLOSED or ALREADY_ENROLLED
@EventType("enrollment.grant-refused.v1")
public record EnrollmentGrantRefused(UUID orderId, UUID learnerId, UUID runId, String reason)
        implements ContractEvent {}
