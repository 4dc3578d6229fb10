package dev.lectern.enrollment.enrolling.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.task.DurableTasks;
import dev.lectern.enrollment.enrolling.domain.EnrollmentRefused;
import dev.lectern.enrollment.enrolling.domain.Enrollments;
import dev.lectern.enrollment.enrolling.domain.OfferedCourse;
import dev.lectern.enrollment.enrolling.domain.OrderId;
import dev.lectern.enrollment.enrolling.domain.Run;
import dev.lectern.enrollment.enrolling.domain.RunId;
import dev.lectern.enrollment.enrolling.domain.Runs;
import dev.lectern.enrollment.enrolling.domain.SeatHold;
import dev.lectern.enrollment.enrolling.domain.SeatHolds;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Seats kept for orders while they are being paid. Every verb may be repeated: the order's id is
/// its key.
@Service
@Transactional
public class HoldingSeats {

    private final SeatHolds holds;
    private final Runs runs;
    private final Enrollments enrollments;
    private final OpenCourses courses;
    private final Promoting promoting;
    private final DurableTasks tasks;
    private final Clock clock;

    HoldingSeats(
            SeatHolds holds,
            Runs runs,
            Enrollments enrollments,
            OpenCourses courses,
            Promoting promoting,
            DurableTasks tasks,
            Clock clock) {
        this.holds = holds;
        this.runs = runs;
        this.enrollments = enrollments;
        this.courses = courses;
        this.promoting = promoting;
        this.tasks = tasks;
        this.clock = clock;
    }

    /// What an order asks for.
    public record Hold(OrderId order, RunId run, UUID learnerId) {}

    public void hold(Hold command) {
        var run = lock(command.run());
        var existing = holds.findById(command.order());
        if (existing.isPresent()) {
            existing.get().confirm();
            return;
        }
        if (enrollments.existsByLearnerIdAndRunIdAndStatusIn(
                command.learnerId(), run.id(), Enrolling.IN_FORCE)) {
            throw EnrollmentRefused.alreadyEnrolled();
        }
        courses.offered(run.courseId()).ifPresent(OfferedCourse::requireOffered);
        var hold = SeatHold.of(command.order(), run, clock.instant());
        holds.save(hold);
        runs.save(run);
        tasks.at(hold.expiresAt(), Timers.EXPIRE_HOLD, hold.orderId().value().toString());
    }

    /// Gives the seat of an order back. An order that holds none has nothing to give.
    public void release(OrderId order) {
        holds.findById(order)
                .ifPresent(hold -> {
                    var run = lock(hold.runId());
                    hold.release(run);
                    save(hold, run);
                });
    }

    /// Gives the seat of an order back when its time is over.
    public void expire(OrderId order) {
        holds.findById(order)
                .ifPresent(hold -> {
                    var run = lock(hold.runId());
                    hold.expire(run, clock.instant());
                    save(hold, run);
                });
    }

    private Run lock(RunId id) {
        return runs.findById(id).orElseThrow(GenericRefusal::notFound);
    }

    private void save(SeatHold hold, Run run) {
        holds.save(hold);
        promoting.released(hold, run);
        runs.save(run);
    }
}
