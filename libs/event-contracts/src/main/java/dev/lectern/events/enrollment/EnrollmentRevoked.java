package dev.lectern.events.enrollment;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Access is taken away for good.
///
/// @param orderId the order it was bought with, absent for a free enrollment
@EventType("enrollment.revoked.v1")
public record EnrollmentRevoked(
        UUID enrollmentId, UUID learnerId, UUID courseId, UUID runId, @Nullable UUID orderId)
        implements ContractEvent {}
