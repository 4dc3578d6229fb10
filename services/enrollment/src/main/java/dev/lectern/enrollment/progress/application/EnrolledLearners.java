package dev.lectern.enrollment.progress.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads who is enrolled; enrolling alone writes it.
@Component
class EnrolledLearners {

    private final JdbcClient jdbc;

    EnrolledLearners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The learner's newest enrollment in a course, whatever its status; one in force comes first.
    Optional<Enrolled> in(UUID courseId, UUID learner) {
        return jdbc.sql(
                        """
                        select id, learner_id, course_id, course_version, status, granted_at
                        from enrollment where learner_id = :learner and course_id = :courseId
                        order by status = 'ACTIVE' desc, id desc limit 1
                        """)
                .param("learner", learner)
                .param("courseId", courseId)
                .query(EnrolledLearners::enrolled)
                .optional();
    }

    /// An enrollment, whatever its status.
    Optional<Enrolled> one(UUID enrollment) {
        return jdbc.sql(
                        """
                        select id, learner_id, course_id, course_version, status, granted_at
                        from enrollment where id = :enrollment
                        """)
                .param("enrollment", enrollment)
                .query(EnrolledLearners::enrolled)
                .optional();
    }

    /// For each of these lessons the active enrollment whose pinned version has it. It stays active
    /// until the report is recorded: who wants to suspend it waits.
    Map<UUID, Enrolled> activeByLesson(Collection<UUID> lessons, UUID learner) {
        var found = new HashMap<UUID, Enrolled>();
        jdbc.sql(
                        """
                        select l.lesson_id, e.id, e.learner_id, e.course_id, e.course_version,
                               e.status, e.granted_at
                        from enrollment e
                        join copy_lesson l on l.course_id = e.course_id
                                          and l.course_version = e.course_version
                        where e.learner_id = :learner and e.status = 'ACTIVE'
                          and l.lesson_id in (:lessons)
                        order by e.id
                        for share of e
                        """)
                .param("learner", learner)
                .param("lessons", lessons)
                .query(row -> {
                    found.put(row.getObject("lesson_id", UUID.class), enrolled(row, 0));
                });
        return found;
    }

    private static Enrolled enrolled(ResultSet row, int number) throws SQLException {
        return new Enrolled(
                row.getObject("id", UUID.class),
                row.getObject("learner_id", UUID.class),
                row.getObject("course_id", UUID.class),
                row.getInt("course_version"),
                row.getString("status"),
                row.getObject("granted_at", OffsetDateTime.class).toInstant());
    }
}
