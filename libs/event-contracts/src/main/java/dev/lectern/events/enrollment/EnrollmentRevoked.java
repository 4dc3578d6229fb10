package dev.lectern.events.enrollment;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.util.UUID;

/// Access is taken away for good.
@EventType("enrollment.revoked.v1")
public record EnrollmentRevoked(UUID enrollmentId, UUID learnerId, UUID courseId, UUID runId)
        implements ContractEvent {}
