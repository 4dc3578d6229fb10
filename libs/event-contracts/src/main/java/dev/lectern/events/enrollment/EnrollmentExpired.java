package dev.lectern.events.enrollment;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.util.UUID;

/// Access ended because its time was over.
@EventType("enrollment.expired.v1")
public record EnrollmentExpired(UUID enrollmentId, UUID learnerId, UUID courseId, UUID runId)
        implements ContractEvent {}
