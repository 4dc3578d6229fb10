package dev.lectern.events.enrollment;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.util.UUID;

/// How far a learner is now; told as it changes, and again to who asks for it.
///
/// @param percent 0 to 100, of the required lessons of the pinned version
@EventType("enrollment.progress-changed.v1")
public record EnrollmentProgressChanged(
        UUID enrollmentId, UUID learnerId, UUID courseId, int percent) implements ContractEvent {}
