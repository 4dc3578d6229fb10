package dev.lectern.gamification.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something a learner did, as its service told it.
///
/// @param sourceEventId the event that told it
/// @param enrollmentId the enrollment it was done in, where the event says so
/// @param subjectId what the rule counts once: the lesson, the quiz or the course
public record Act(
        UUID sourceEventId,
        UUID learnerId,
        UUID courseId,
        @Nullable UUID enrollmentId,
        UUID subjectId,
        Instant at) {}
