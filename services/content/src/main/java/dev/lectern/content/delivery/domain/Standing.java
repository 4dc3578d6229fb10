package dev.lectern.content.delivery.domain;

import java.util.Set;
import java.util.UUID;

/// How somebody stands to a course.
public sealed interface Standing {

    /// Enrolled, and the enrollment is in force.
    ///
    /// @param done the lessons done so far
    record Learner(UUID enrollmentId, int courseVersion, Set<UUID> done) implements Standing {

        public Learner {
            done = Set.copyOf(done);
        }
    }

    /// One of those who write the course.
    record Member() implements Standing {}

    /// Was enrolled until the time was over.
    record Former() implements Standing {}

    /// Enrolled, but access is taken away for the time being.
    record Suspended() implements Standing {}

    /// Everybody else, known or not.
    record Stranger() implements Standing {}
}
