package dev.lectern.testing.facts;

import dev.lectern.events.enrollment.EnrollmentExpired;
import dev.lectern.events.enrollment.EnrollmentGranted;
import dev.lectern.events.enrollment.EnrollmentLessonCompleted;
import dev.lectern.events.enrollment.EnrollmentRestored;
import dev.lectern.events.enrollment.EnrollmentRevoked;
import dev.lectern.events.enrollment.EnrollmentSuspended;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One learner's enrollment, and what enrollment tells of it.
public record Enrolled(UUID id, UUID learner, UUID course, UUID run) {

    public static final Instant GRANTED_AT = Instant.parse("2026-10-02T09:15:00Z");

    public static Enrolled in(UUID course, UUID learner) {
        return new Enrolled(UUID.randomUUID(), learner, course, UUID.randomUUID());
    }

    public EnrollmentGranted granted(int version) {
        return grantedAgain(version, "ACTIVE", null);
    }

    public EnrollmentGranted grantedUntil(int version, Instant end) {
        return grantedAgain(version, "ACTIVE", end);
    }

    /// The state as it is told to a copy that is built anew.
    public EnrollmentGranted grantedAgain(int version, String status, @Nullable Instant end) {
        return new EnrollmentGranted(
                id, learner, course, run, version, status, null, GRANTED_AT, end);
    }

    public EnrollmentSuspended suspended() {
        return new EnrollmentSuspended(id, learner, course, run);
    }

    public EnrollmentRestored restored() {
        return new EnrollmentRestored(id, learner, course, run);
    }

    public EnrollmentRevoked revoked() {
        return new EnrollmentRevoked(id, learner, course, run, null);
    }

    public EnrollmentExpired expired() {
        return new EnrollmentExpired(id, learner, course, run, null);
    }

    public EnrollmentLessonCompleted completed(UUID lesson) {
        return new EnrollmentLessonCompleted(id, learner, course, lesson, GRANTED_AT);
    }
}
