package dev.lectern.enrollment.enrolling.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.enrollment.enrolling.domain.Enrollment;
import dev.lectern.enrollment.enrolling.domain.EnrollmentId;
import dev.lectern.enrollment.enrolling.domain.EnrollmentRefused;
import dev.lectern.enrollment.enrolling.domain.EnrollmentStatus;
import dev.lectern.enrollment.enrolling.domain.Enrollments;
import dev.lectern.enrollment.enrolling.domain.RunId;
import dev.lectern.enrollment.enrolling.domain.Runs;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A learner takes a seat in a free run.
@Service
@Transactional
public class Enrolling {

    static final Set<EnrollmentStatus> IN_FORCE =
            Set.of(EnrollmentStatus.ACTIVE, EnrollmentStatus.SUSPENDED);

    private final Runs runs;
    private final OpenCourses courses;
    private final Enrollments enrollments;
    private final Promoting promoting;
    private final Clock clock;

    Enrolling(
            Runs runs,
            OpenCourses courses,
            Enrollments enrollments,
            Promoting promoting,
            Clock clock) {
        this.promoting = promoting;
        this.runs = runs;
        this.courses = courses;
        this.enrollments = enrollments;
        this.clock = clock;
    }

    /// What a learner asks for.
    public record Enroll(RunId run) {}

    public EnrollmentId enroll(Enroll command, Caller caller) {
        // The run's row is locked first: everything after it sees the seats as they are.
        var run = runs.findById(command.run()).orElseThrow(GenericRefusal::notFound);
        var course = courses.offered(run.courseId()).orElseThrow(GenericRefusal::notFound);
        if (enrollments.existsByLearnerIdAndRunIdAndStatusIn(caller.id(), run.id(), IN_FORCE)) {
            throw EnrollmentRefused.alreadyEnrolled();
        }
        var enrollment = Enrollment.inFreeCourse(caller.id(), run, course, clock.instant());
        promoting.seated(run, caller.id());
        runs.save(run);
        return enrollments.save(enrollment).id();
    }
}
