package dev.lectern.events.enrollment;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.util.UUID;

/// Access that was suspended is given back.
@EventType("enrollment.restored.v1")
public record EnrollmentRestored(UUID enrollmentId, UUID learnerId, UUID courseId, UUID runId)
        implements ContractEvent {}
