package dev.lectern.enrollment.enrolling.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.test.util.ReflectionTestUtils;

/// Runs, courses and enrollments in the words of the rules.
final class EnrollmentFixtures {

    static final Instant NOW = Instant.parse("2026-10-02T09:15:00Z");
    static final UUID COURSE = UUID.randomUUID();
    static final UUID LEARNER = UUID.randomUUID();

    private EnrollmentFixtures() {}

    static Run aRun() {
        return Run.of(new RunId(UUID.randomUUID()), COURSE);
    }

    static Run aRunWithSeats(int seats) {
        var run = aRun();
        run.limitTo(seats);
        return run;
    }

    static OfferedCourse aFreeCourse() {
        return new OfferedCourse(COURSE, 1, false, 0L);
    }

    static OfferedCourse aCourseFor(long priceAmount) {
        return new OfferedCourse(COURSE, 1, false, priceAmount);
    }

    static OrderId anOrder() {
        return new OrderId(UUID.randomUUID());
    }

    static Enrollment anActiveEnrollmentIn(Run run) {
        return Enrollment.inFreeCourse(LEARNER, run, aFreeCourse(), NOW);
    }

    static Enrollment aSuspendedEnrollmentIn(Run run) {
        var enrollment = anActiveEnrollmentIn(run);
        enrollment.suspend();
        return enrollment;
    }

    static Enrollment aRevokedEnrollmentIn(Run run) {
        var enrollment = anActiveEnrollmentIn(run);
        enrollment.revoke(run);
        return enrollment;
    }

    /// What an aggregate would publish when it is saved now.
    static Collection<?> eventsOf(AbstractAggregateRoot<?> aggregate) {
        return (Collection<?>)
                Objects.requireNonNull(ReflectionTestUtils.invokeMethod(aggregate, "domainEvents"));
    }
}
