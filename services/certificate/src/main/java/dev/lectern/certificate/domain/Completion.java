package dev.lectern.certificate.domain;

import java.time.Instant;
import java.util.UUID;

/// A learner has completed a course, as enrollment told it.
public record Completion(
        UUID enrollmentId, UUID learnerId, UUID courseId, int courseVersion, Instant completedAt) {}
