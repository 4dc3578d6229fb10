package dev.lectern.enrollment.enrolling.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import dev.lectern.enrollment.enrolling.domain.EnrollmentStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What a learner may see of enrollments: their own, and nothing of others.
@Component
public class EnrollmentViews {

    private static final String SELECT =
            """
            select e.id, e.course_id, e.run_id, e.course_version, e.status, e.granted_at, e.expires_at,
                   coalesce(p.percent, 0) as percent, p.completed_at,
                   p.resume_lesson_id, p.resume_position_seconds
            from enrollment e left join course_progress p on p.enrollment_id = e.id
            where e.learner_id = :learner
            """;

    private final JdbcClient jdbc;

    EnrollmentViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public EnrollmentView one(UUID id, Caller caller) {
        return jdbc.sql(SELECT + " and e.id = :id")
                .param("learner", caller.id())
                .param("id", id)
                .query(EnrollmentViews::view)
                .optional()
                .orElseThrow(GenericRefusal::notFound);
    }

    /// The caller's enrollments, newest first.
    public Page<EnrollmentView> all(
            Optional<EnrollmentStatus> status,
            Optional<UUID> courseId,
            PageQuery page,
            Caller caller) {
        var rows =
                jdbc.sql(
                                SELECT
                                        + """
                                         and (:status::text is null or e.status = :status)
                                         and (:courseId::uuid is null or e.course_id = :courseId)
                                         and (:after::uuid is null or e.id < :after)
                                        order by e.id desc limit :rows
                                        """)
                        .param("learner", caller.id())
                        .param("status", status.map(EnrollmentStatus::name).orElse(null))
                        .param("courseId", courseId.orElse(null))
                        .param("after", page.after())
                        .param("rows", page.rows())
                        .query(EnrollmentViews::view)
                        .list();
        return Page.of(rows, page, EnrollmentView::id);
    }

    private static EnrollmentView view(ResultSet row, int number) throws SQLException {
        return new EnrollmentView(
                row.getObject("id", UUID.class),
                row.getObject("course_id", UUID.class),
                row.getObject("run_id", UUID.class),
                row.getInt("course_version"),
                row.getString("status"),
                row.getInt("percent"),
                resume(row),
                row.getObject("granted_at", OffsetDateTime.class).toInstant(),
                instant(row, "expires_at"),
                instant(row, "completed_at"));
    }

    private static EnrollmentView.@Nullable Resume resume(ResultSet row) throws SQLException {
        var lesson = row.getObject("resume_lesson_id", UUID.class);
        return lesson == null
                ? null
                : new EnrollmentView.Resume(lesson, row.getInt("resume_position_seconds"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
