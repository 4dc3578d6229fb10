package dev.lectern.enrollment.enrolling.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.enrollment.enrolling.domain.Enrollment;
import dev.lectern.enrollment.enrolling.domain.EnrollmentId;
import dev.lectern.enrollment.enrolling.domain.Enrollments;
import dev.lectern.enrollment.enrolling.domain.Run;
import dev.lectern.enrollment.enrolling.domain.Runs;
import java.time.Clock;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Access is suspended, given back, revoked, or runs out. Called by other services and timers,
/// never by a learner.
@Service
@Transactional
public class EndingAccess {

    private final Enrollments enrollments;
    private final Runs runs;
    private final Clock clock;

    EndingAccess(Enrollments enrollments, Runs runs, Clock clock) {
        this.enrollments = enrollments;
        this.runs = runs;
        this.clock = clock;
    }

    public void suspend(EnrollmentId id) {
        var enrollment = find(id);
        enrollment.suspend();
        enrollments.save(enrollment);
    }

    public void restore(EnrollmentId id) {
        var enrollment = find(id);
        enrollment.restore();
        enrollments.save(enrollment);
    }

    public void revoke(EnrollmentId id) {
        withSeat(id, (enrollment, run) -> enrollment.revoke(run));
    }

    public void expire(EnrollmentId id) {
        withSeat(id, (enrollment, run) -> enrollment.expire(run, clock.instant()));
    }

    private void withSeat(EnrollmentId id, BiConsumer<Enrollment, Run> end) {
        var enrollment = find(id);
        var run = runs.findById(enrollment.runId()).orElseThrow(GenericRefusal::notFound);
        end.accept(enrollment, run);
        enrollments.save(enrollment);
        runs.save(run);
    }

    private Enrollment find(EnrollmentId id) {
        return enrollments.findById(id).orElseThrow(GenericRefusal::notFound);
    }
}
