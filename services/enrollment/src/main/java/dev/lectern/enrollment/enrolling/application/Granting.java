package dev.lectern.enrollment.enrolling.application;

import dev.lectern.common.task.DurableTasks;
import dev.lectern.enrollment.enrolling.domain.Enrollment;
import dev.lectern.enrollment.enrolling.domain.EnrollmentRefused;
import dev.lectern.enrollment.enrolling.domain.Enrollments;
import dev.lectern.enrollment.enrolling.domain.OrderId;
import dev.lectern.enrollment.enrolling.domain.RefusedOrder;
import dev.lectern.enrollment.enrolling.domain.RefusedOrders;
import dev.lectern.enrollment.enrolling.domain.RunId;
import dev.lectern.enrollment.enrolling.domain.Runs;
import dev.lectern.enrollment.enrolling.domain.SeatHolds;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A paid order becomes an enrollment. When it cannot, that is told as a fact and not thrown:
/// somebody has paid and must get the money back.
@Service
@Transactional
public class Granting {

    private final Enrollments enrollments;
    private final Runs runs;
    private final SeatHolds holds;
    private final RefusedOrders refused;
    private final OpenCourses courses;
    private final Clock clock;
    private final Promoting promoting;
    private final DurableTasks tasks;

    Granting(
            Enrollments enrollments,
            Runs runs,
            SeatHolds holds,
            RefusedOrders refused,
            OpenCourses courses,
            Clock clock,
            Promoting promoting,
            DurableTasks tasks) {
        this.enrollments = enrollments;
        this.runs = runs;
        this.holds = holds;
        this.refused = refused;
        this.courses = courses;
        this.clock = clock;
        this.promoting = promoting;
        this.tasks = tasks;
    }

    /// What was paid for.
    ///
    /// @param endsAt when access ends, null for never
    public record Grant(OrderId order, UUID learnerId, RunId run, @Nullable Instant endsAt) {}

    public void grant(Grant command) {
        // The run's row is locked first: of two that tell of one order, one waits for the other.
        var run = runs.findById(command.run()).orElseThrow(Granting::notToldYet);
        var answered = refused.findById(command.order());
        if (answered.isPresent()) {
            refused.save(answered.get().tell());
            return;
        }
        if (enrollments.findByOrderId(command.order()).isPresent()) {
            // The order was granted before and is told again.
            return;
        }
        var course = courses.offered(run.courseId()).orElseThrow(Granting::notToldYet);
        var hold = holds.findById(command.order()).orElse(null);
        try {
            if (enrollments.existsByLearnerIdAndRunIdAndStatusIn(
                    command.learnerId(), run.id(), Enrolling.IN_FORCE)) {
                throw EnrollmentRefused.alreadyEnrolled();
            }
            var enrollment =
                    Enrollment.forOrder(
                            command.order(),
                            command.learnerId(),
                            run,
                            course,
                            hold,
                            clock.instant());
            if (command.endsAt() != null) {
                enrollment.endingAt(command.endsAt());
                tasks.at(
                        command.endsAt(),
                        Timers.EXPIRE_ENROLLMENT,
                        enrollment.id().value().toString());
            }
            enrollments.save(enrollment);
            promoting.seated(run, command.learnerId());
        } catch (EnrollmentRefused reason) {
            if (hold != null) {
                hold.release(run);
                promoting.released(hold, run);
            }
            refused.save(RefusedOrder.of(command.order(), command.learnerId(), run.id(), reason));
        }
        if (hold != null) {
            holds.save(hold);
        }
        runs.save(run);
    }

    /// Somebody has paid, so this is no refusal: the message is tried again, and payment asks
    /// again.
    private static IllegalStateException notToldYet() {
        return new IllegalStateException("Course has not told yet of what was paid for.");
    }
}
