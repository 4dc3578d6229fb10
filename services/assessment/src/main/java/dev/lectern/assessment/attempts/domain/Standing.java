package dev.lectern.assessment.attempts.domain;

import java.util.UUID;

/// How somebody stands to a quiz, where they may take it at all.
public sealed interface Standing {

    /// One of those who write the course: they know the key, so their attempts are previews.
    record Author(UUID courseId) implements Standing {}

    /// Enrolled, and the enrollment is in force.
    record Learner(UUID courseId, UUID enrollmentId, int courseVersion) implements Standing {}
}
