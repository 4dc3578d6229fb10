package dev.lectern.enrollment.enrolling.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.enrollment.enrolling.domain.Enrollment;
import dev.lectern.enrollment.enrolling.domain.EnrollmentId;
import dev.lectern.enrollment.enrolling.domain.Enrollments;
import dev.lectern.enrollment.enrolling.domain.OrderId;
import dev.lectern.enrollment.enrolling.domain.Run;
import dev.lectern.enrollment.enrolling.domain.Runs;
import java.time.Clock;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Access that was suspended for a refund is revoked or given back; other access runs out. Called
/// by what payment tells and by timers, never by a learner.
@Service
@Transactional
public class EndingAccess {

    private final Enrollments enrollments;
    private final Runs runs;
    private final Promoting promoting;
    private final Clock clock;

    EndingAccess(Enrollments enrollments, Runs runs, Promoting promoting, Clock clock) {
        this.enrollments = enrollments;
        this.runs = runs;
        this.promoting = promoting;
        this.clock = clock;
    }

    /// The refund of an order failed. An order that was never granted has nothing to give back.
    public void restore(OrderId order) {
        enrollments
                .findByOrderId(order)
                .ifPresent(enrollment -> {
                    enrollment.restore();
                    enrollments.save(enrollment);
                });
    }

    /// The money of an order was given back. An order that was never granted has nothing to take.
    public void revoke(OrderId order) {
        enrollments
                .findByOrderId(order)
                .ifPresent(enrollment -> withSeat(enrollment, Enrollment::revoke));
    }

    public void expire(EnrollmentId id) {
        withSeat(
                enrollments.findById(id).orElseThrow(GenericRefusal::notFound),
                (enrollment, run) -> enrollment.expire(run, clock.instant()));
    }

    private void withSeat(Enrollment enrollment, BiConsumer<Enrollment, Run> end) {
        var run = runs.findById(enrollment.runId()).orElseThrow(GenericRefusal::notFound);
        end.accept(enrollment, run);
        enrollments.save(enrollment);
        promoting.promote(run);
        runs.save(run);
    }
}
