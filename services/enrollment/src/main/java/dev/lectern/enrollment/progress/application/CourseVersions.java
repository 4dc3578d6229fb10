package dev.lectern.enrollment.progress.application;

import dev.lectern.enrollment.progress.domain.LessonKind;
import dev.lectern.enrollment.progress.domain.PinnedVersion;
import dev.lectern.enrollment.progress.domain.PinnedVersion.Completion;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    private record Terms(
            boolean sequential, @Nullable UUID finalQuizId, @Nullable Integer minScorePercent) {

        @Nullable Completion completion() {
            return finalQuizId == null || minScorePercent == null
                    ? null
                    : new Completion(finalQuizId, minScorePercent);
        }
    }

    /// A version that an enrollment or an offer names, and which therefore is here.
    PinnedVersion version(UUID courseId, int version) {
        var terms =
                jdbc.sql(
                                """
                                select sequential, final_quiz_id, min_score_percent
                                from copy_course_version
                                where course_id = :courseId and version = :version
                                """)
                        .param("courseId", courseId)
                        .param("version", version)
                        .query(Terms.class)
                        .single();
        var lessons =
                jdbc.sql(
                                """
                                select lesson_id, title, kind, required, preview,
                                       duration_seconds, quiz_id
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
                                        row.getInt("duration_seconds"),
                                        row.getObject("quiz_id", UUID.class)))
                        .list();
        return new PinnedVersion(terms.sequential(), lessons, terms.completion());
    }
}
