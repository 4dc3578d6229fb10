package dev.lectern.content.delivery.application;

import dev.lectern.content.delivery.domain.LessonKind;
import dev.lectern.content.delivery.domain.PublishedVersion;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads published versions from this service's own copy.
@Component
class PublishedVersions {

    private final JdbcClient jdbc;

    PublishedVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A course and the version newcomers get.
    ///
    /// @param withdrawn whether there are to be no newcomers
    record Offered(UUID courseId, int version, boolean withdrawn) {}

    /// The course of a lesson; empty while no version that has it was published.
    Optional<Offered> courseOf(UUID lesson) {
        return jdbc.sql(
                        """
                        select course_id, offered_version as version, withdrawn
                        from copy_course where course_id =
                            (select course_id from copy_lesson where lesson_id = :lesson limit 1)
                        """)
                .param("lesson", lesson)
                .query(Offered.class)
                .optional();
    }

    Optional<PublishedVersion> version(UUID course, int number) {
        return jdbc.sql(
                        """
                        select sequential from copy_course_version
                        where course_id = :course and version = :number
                        """)
                .param("course", course)
                .param("number", number)
                .query(Boolean.class)
                .optional()
                .map(sequential -> version(course, number, sequential));
    }

    private PublishedVersion version(UUID course, int number, boolean sequential) {
        var lessons =
                jdbc.sql(
                                """
                                select lesson_id, title, kind, required, preview, revision_id, ref_id
                                from copy_lesson
                                where course_id = :course and course_version = :number
                                order by position
                                """)
                        .param("course", course)
                        .param("number", number)
                        .query((row, at) ->
                                new PublishedVersion.Lesson(
                                        row.getObject("lesson_id", UUID.class),
                                        row.getString("title"),
                                        LessonKind.valueOf(row.getString("kind")),
                                        row.getBoolean("required"),
                                        row.getBoolean("preview"),
                                        row.getObject("revision_id", UUID.class),
                                        row.getObject("ref_id", UUID.class)))
                        .list();
        return new PublishedVersion(course, number, sequential, lessons);
    }
}
