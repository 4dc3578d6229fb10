package dev.lectern.events.enrollment;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.time.Instant;
import java.util.UUID;

/// A learner has done a lesson; told once a lesson and enrollment, and again to who asks for it.
@EventType("enrollment.lesson-completed.v1")
public record EnrollmentLessonCompleted(
        UUID enrollmentId, UUID learnerId, UUID courseId, UUID lessonId, Instant completedAt)
        implements ContractEvent {}
