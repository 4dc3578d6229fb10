package dev.lectern.events.enrollment;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.util.UUID;

/// Access is taken away for the time being, for example while a refund runs.
@EventType("enrollment.suspended.v1")
public record EnrollmentSuspended(UUID enrollmentId, UUID learnerId, UUID courseId, UUID runId)
        implements ContractEvent {}
