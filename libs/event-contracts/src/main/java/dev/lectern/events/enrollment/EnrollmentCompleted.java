package dev.lectern.events.enrollment;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.time.Instant;
import java.util.UUID;

/// A learner has completed a course; told once an enrollment.
@EventType("enrollment.completed.v1")
public record EnrollmentCompleted(
        UUID enrollmentId, UUID learnerId, UUID courseId, int courseVersion, Instant completedAt)
        implements ContractEvent {}
