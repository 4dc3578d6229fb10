package dev.lectern.course.testkit;

import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.events.enrollment.EnrollmentExpired;
import dev.lectern.events.enrollment.EnrollmentGranted;
import dev.lectern.events.enrollment.EnrollmentRevoked;
import java.time.Instant;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/// Learners, as enrollment tells of them.
@TestComponent
public final class Learners {

    private final Studio studio;

    Learners(Studio studio) {
        this.studio = studio;
    }

    /// Somebody new learns this version.
    ///
    /// @return the enrollment
    public UUID granted(CourseId course, int version) {
        var enrollment = UUID.randomUUID();
        studio.hear(enrollment, grantOf(enrollment, course, version));
        return enrollment;
    }

    public void revoked(CourseId course, UUID enrollment) {
        studio.hear(enrollment, revocationOf(enrollment, course));
    }

    public void expired(CourseId course, UUID enrollment) {
        studio.hear(enrollment, endOf(enrollment, course));
    }

    public static EnrollmentGranted grantOf(UUID enrollment, CourseId course, int version) {
        return new EnrollmentGranted(
                enrollment,
                UUID.randomUUID(),
                course.value(),
                UUID.randomUUID(),
                version,
                "ACTIVE",
                null,
                Instant.EPOCH,
                null);
    }

    public static EnrollmentRevoked revocationOf(UUID enrollment, CourseId course) {
        return new EnrollmentRevoked(
                enrollment, UUID.randomUUID(), course.value(), UUID.randomUUID(), null);
    }

    public static EnrollmentExpired endOf(UUID enrollment, CourseId course) {
        return new EnrollmentExpired(
                enrollment, UUID.randomUUID(), course.value(), UUID.randomUUID(), null);
    }
}
