package dev.lectern.enrollment.progress.application;

import dev.lectern.enrollment.progress.domain.LessonKind;
import dev.lectern.enrollment.progress.domain.PinnedVersion;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads published versions from this service's own copy.
@Component
class CourseVersions {

    private final JdbcClient jdbc;

    CourseVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The version newcomers get; empty while the course was never published.
    Optional<Integer> offered(UUID courseId) {
        return jdbc.sql("select offered_version from copy_course where course_id = :courseId")
                .param("courseId", courseId)
                .query(Integer.class)
                .optional();
    }

    /// A version that an enrollment or an offer names, and which therefore is here.
    PinnedVersion version(UUID courseId, int version) {
        var sequential =
                jdbc.sql(
                                """
                                select sequential from copy_course_version
                                where course_id = :courseId and version = :version
                                """)
                        .param("courseId", courseId)
                        .param("version", version)
                        .query(Boolean.class)
                        .single();
        var lessons =
                jdbc.sql(
                                """
                                select lesson_id, title, kind, required, preview, duration_seconds
                                from copy_lesson
                                where course_id = :courseId and course_version = :version
                                order by position
                                """)
                        .param("courseId", courseId)
                        .param("version", version)
                        .query((row, number) ->
                                new PinnedVersion.Lesson(
                                        row.getObject("lesson_id", UUID.class),
                                        row.getString("title"),
                                        LessonKind.valueOf(row.getString("kind")),
                                        row.getBoolean("required"),
                                        row.getBoolean("preview"),
                                        row.getInt("duration_seconds")))
                        .list();
        return new PinnedVersion(sequential, lessons);
    }
}
