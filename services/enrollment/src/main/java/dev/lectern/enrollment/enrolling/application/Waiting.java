package dev.lectern.enrollment.enrolling.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.enrollment.enrolling.domain.EnrollmentRefused;
import dev.lectern.enrollment.enrolling.domain.Enrollments;
import dev.lectern.enrollment.enrolling.domain.RunId;
import dev.lectern.enrollment.enrolling.domain.Runs;
import dev.lectern.enrollment.enrolling.domain.WaitlistEntries;
import dev.lectern.enrollment.enrolling.domain.WaitlistEntry;
import dev.lectern.enrollment.enrolling.domain.WaitlistEntryId;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A learner waits for a seat of a run that is sold out, or does not want to any more.
@Service
@Transactional
public class Waiting {

    private final WaitlistEntries entries;
    private final Runs runs;
    private final Enrollments enrollments;
    private final OpenCourses courses;
    private final Promoting promoting;
    private final JdbcClient jdbc;
    private final Clock clock;

    Waiting(
            WaitlistEntries entries,
            Runs runs,
            Enrollments enrollments,
            OpenCourses courses,
            Promoting promoting,
            JdbcClient jdbc,
            Clock clock) {
        this.entries = entries;
        this.runs = runs;
        this.enrollments = enrollments;
        this.courses = courses;
        this.promoting = promoting;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// What a learner asks for.
    public record Join(RunId run) {}

    public WaitlistEntryId join(Join command, Caller caller) {
        // The run's row is locked first: the numbers are in the order of those who get in line.
        var run = runs.findById(command.run()).orElseThrow(GenericRefusal::notFound);
        courses.offered(run.courseId()).orElseThrow(GenericRefusal::notFound).requireOffered();
        if (enrollments.existsByLearnerIdAndRunIdAndStatusIn(
                caller.id(), run.id(), Enrolling.IN_FORCE)) {
            throw EnrollmentRefused.alreadyEnrolled();
        }
        if (entries.findByRunIdAndLearnerIdAndStatusIn(run.id(), caller.id(), Promoting.IN_LINE)
                .isPresent()) {
            throw EnrollmentRefused.alreadyWaiting();
        }
        return entries.save(WaitlistEntry.join(run, caller.id(), nextNumber(), clock.instant()))
                .id();
    }

    /// Where a seat was offered, it goes to the next.
    public void leave(WaitlistEntryId id, Caller caller) {
        var run =
                entries.findRunOf(id, caller.id())
                        .flatMap(runs::findById)
                        .orElseThrow(GenericRefusal::notFound);
        var entry = entries.findById(id).orElseThrow(GenericRefusal::notFound);
        entry.leave();
        entries.save(entry);
        promoting.release(entry.orderId(), run);
        promoting.promote(run);
        runs.save(run);
    }

    private long nextNumber() {
        return jdbc.sql("select nextval('waitlist_number')").query(Long.class).single();
    }
}
