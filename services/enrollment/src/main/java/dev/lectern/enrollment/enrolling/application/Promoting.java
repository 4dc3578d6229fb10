package dev.lectern.enrollment.enrolling.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.task.DurableTasks;
import dev.lectern.enrollment.enrolling.domain.Enrollment;
import dev.lectern.enrollment.enrolling.domain.Enrollments;
import dev.lectern.enrollment.enrolling.domain.OfferedCourse;
import dev.lectern.enrollment.enrolling.domain.OrderId;
import dev.lectern.enrollment.enrolling.domain.Run;
import dev.lectern.enrollment.enrolling.domain.RunId;
import dev.lectern.enrollment.enrolling.domain.Runs;
import dev.lectern.enrollment.enrolling.domain.SeatHold;
import dev.lectern.enrollment.enrolling.domain.SeatHolds;
import dev.lectern.enrollment.enrolling.domain.WaitlistEntries;
import dev.lectern.enrollment.enrolling.domain.WaitlistEntry;
import dev.lectern.enrollment.enrolling.domain.WaitlistStatus;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Seats that are freed go to whoever waits longest, in the transaction that frees them and with
/// the run's row locked: nobody who comes by can take one in between. Whoever calls it saves the
/// run.
@Service
@Transactional
public class Promoting {

    static final Set<WaitlistStatus> IN_LINE =
            Set.of(WaitlistStatus.WAITING, WaitlistStatus.OFFERED);

    /// So many in one transaction; a task goes on with the rest.
    private static final int AT_ONCE = 100;

    private final WaitlistEntries entries;
    private final Runs runs;
    private final SeatHolds holds;
    private final Enrollments enrollments;
    private final OpenCourses courses;
    private final DurableTasks tasks;
    private final Clock clock;

    Promoting(
            WaitlistEntries entries,
            Runs runs,
            SeatHolds holds,
            Enrollments enrollments,
            OpenCourses courses,
            DurableTasks tasks,
            Clock clock) {
        this.entries = entries;
        this.runs = runs;
        this.holds = holds;
        this.enrollments = enrollments;
        this.courses = courses;
        this.tasks = tasks;
        this.clock = clock;
    }

    /// Goes on with a run where more wait than fit into one transaction.
    public void promote(RunId id) {
        var run = runs.findById(id).orElseThrow(GenericRefusal::notFound);
        promote(run);
        runs.save(run);
    }

    /// A course is offered, perhaps again: seats that were freed meanwhile are given to those who
    /// wait.
    void promoteAll(UUID course) {
        entries.findRunsWaitedFor(course).forEach(this::promote);
    }

    /// Gives the free seats of a run to those who wait.
    void promote(Run run) {
        var course = courses.offered(run.courseId()).filter(offered -> !offered.withdrawn());
        for (int i = 0; course.isPresent() && run.canSeat(clock.instant()); i++) {
            var next =
                    entries.findFirstByRunIdAndStatusOrderByNumber(
                            run.id(), WaitlistStatus.WAITING);
            if (next.isEmpty()) {
                return;
            }
            if (i == AT_ONCE) {
                tasks.soon(Timers.PROMOTE, run.id().value().toString());
                return;
            }
            seat(next.get(), run, course.get());
        }
    }

    /// What costs nothing is given at once; everything else is kept for an order.
    private void seat(WaitlistEntry entry, Run run, OfferedCourse course) {
        if (course.isFree()) {
            entry.seated();
            enrollments.save(
                    Enrollment.inFreeCourse(entry.learnerId(), run, course, clock.instant()));
        } else {
            var hold = holds.save(entry.offer(run, clock.instant()));
            tasks.at(hold.expiresAt(), Timers.EXPIRE_HOLD, hold.orderId().value().toString());
        }
        entries.save(entry);
    }

    /// Somebody got a seat, however, and waits no more.
    void seated(Run run, UUID learner) {
        entries.findByRunIdAndLearnerIdAndStatusIn(run.id(), learner, IN_LINE)
                .ifPresent(entry -> {
                    entry.seated();
                    entries.save(entry);
                    release(entry.orderId(), run);
                    promote(run);
                });
    }

    /// The seat of an order may be free again: where it was offered to somebody, the offer is over.
    void released(SeatHold hold, Run run) {
        if (hold.isReleased()) {
            entries.findByOrderId(hold.orderId())
                    .filter(entry -> entry.status() == WaitlistStatus.OFFERED)
                    .ifPresent(entry -> {
                        entry.lapse();
                        entries.save(entry);
                    });
        }
        promote(run);
    }

    /// Gives back the seat that was kept for an offer, unless it is the one that was taken.
    void release(@Nullable OrderId offer, Run run) {
        if (offer != null) {
            holds.findById(offer)
                    .ifPresent(hold -> {
                        hold.release(run);
                        holds.save(hold);
                    });
        }
    }
}
