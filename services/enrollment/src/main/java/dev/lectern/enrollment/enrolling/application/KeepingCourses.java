package dev.lectern.enrollment.enrolling.application;

import dev.lectern.common.event.Received;
import dev.lectern.enrollment.enrolling.domain.Run;
import dev.lectern.enrollment.enrolling.domain.RunId;
import dev.lectern.enrollment.enrolling.domain.Runs;
import dev.lectern.events.course.CoursePublished;
import dev.lectern.events.course.CourseRunChanged;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps this service's copy of what course tells: what is offered, and when runs are open. Told
/// late or twice, an older state never replaces a newer one.
@Service
@Transactional
public class KeepingCourses {

    private final JdbcClient jdbc;
    private final Runs runs;
    private final PublishedVersions versions;
    private final Promoting promoting;

    KeepingCourses(JdbcClient jdbc, Runs runs, PublishedVersions versions, Promoting promoting) {
        this.promoting = promoting;
        this.jdbc = jdbc;
        this.runs = runs;
        this.versions = versions;
    }

    public void keep(Received<CoursePublished> received) {
        var course = received.event();
        versions.add(course);
        jdbc.sql(
                        """
                        insert into copy_course
                            (course_id, title, offered_version, withdrawn, sequence)
                        values (:courseId, :title, :version, :withdrawn, :sequence)
                        on conflict (course_id) do update
                        set title = excluded.title, offered_version = excluded.offered_version,
                            withdrawn = excluded.withdrawn,
                            sequence = excluded.sequence
                        where copy_course.sequence < excluded.sequence
                        """)
                .param("courseId", course.courseId())
                .param("title", course.title())
                .param("version", course.version())
                .param("withdrawn", course.withdrawnAt() != null)
                .param("sequence", received.sequence())
                .update();
        if (course.withdrawnAt() == null) {
            promoting.promoteAll(course.courseId());
        }
    }

    public void keepRun(Received<CourseRunChanged> received) {
        if (isNewer(received)) {
            var change = received.event();
            var id = new RunId(change.runId());
            var run = runs.findById(id).orElseGet(() -> Run.of(id, change.courseId()));
            run.reschedule(change.opensAt(), change.closesAt());
            promoting.promote(run);
            runs.save(run);
        }
    }

    private boolean isNewer(Received<CourseRunChanged> received) {
        return jdbc.sql(
                                """
                                insert into copy_run (run_id, sequence) values (:runId, :sequence)
                                on conflict (run_id) do update set sequence = excluded.sequence
                                where copy_run.sequence < excluded.sequence
                                """)
                        .param("runId", received.event().runId())
                        .param("sequence", received.sequence())
                        .update()
                == 1;
    }
}
