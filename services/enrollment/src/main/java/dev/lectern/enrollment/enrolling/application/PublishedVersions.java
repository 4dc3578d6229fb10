package dev.lectern.enrollment.enrolling.application;

import dev.lectern.events.course.CoursePublished;
import dev.lectern.events.course.CoursePublished.Completion;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/// This service's copy of published versions. A version never changes, so it is written once and
/// told again without effect.
@Component
class PublishedVersions {

    private final NamedParameterJdbcOperations jdbc;

    PublishedVersions(NamedParameterJdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    void add(CoursePublished course) {
        var completion = Optional.ofNullable(course.completion());
        var isNew =
                jdbc.update(
                                """
                                insert into copy_course_version
                                    (course_id, version, sequential, final_quiz_id,
                                     min_score_percent)
                                values (:courseId, :version, :sequential, :finalQuiz, :minScore)
                                on conflict do nothing
                                """,
                                new MapSqlParameterSource()
                                        .addValue("courseId", course.courseId())
                                        .addValue("version", course.version())
                                        .addValue("sequential", course.sequential())
                                        .addValue(
                                                "finalQuiz",
                                                completion
                                                        .map(Completion::finalQuizId)
                                                        .orElse(null))
                                        .addValue(
                                                "minScore",
                                                completion
                                                        .map(Completion::minScorePercent)
                                                        .orElse(null)))
                        == 1;
        if (isNew) {
            jdbc.batchUpdate(
                    """
                    insert into copy_lesson
                        (course_id, course_version, lesson_id, position, title, kind, required,
                         preview, duration_seconds, quiz_id)
                    values (:courseId, :version, :lessonId, :position, :title, :kind, :required,
                            :preview, :duration, :quiz)
                    """,
                    rowsOf(course));
        }
    }

    private static SqlParameterSource[] rowsOf(CoursePublished course) {
        var rows = new ArrayList<SqlParameterSource>();
        for (var section : course.sections()) {
            for (var lesson : section.lessons()) {
                rows.add(rowOf(course.courseId(), course.version(), rows.size() + 1, lesson));
            }
        }
        return rows.toArray(SqlParameterSource[]::new);
    }

    private static SqlParameterSource rowOf(
            UUID courseId, int version, int position, CoursePublished.Lesson lesson) {
        return new MapSqlParameterSource()
                .addValue("courseId", courseId)
                .addValue("version", version)
                .addValue("lessonId", lesson.lessonId())
                .addValue("position", position)
                .addValue("title", lesson.title())
                .addValue("kind", lesson.kind())
                .addValue("required", lesson.required())
                .addValue("preview", lesson.preview())
                .addValue("duration", lesson.durationSeconds())
                .addValue("quiz", isGraded(lesson) ? lesson.refId() : null);
    }

    /// Done by what assessment tells of the quiz or assignment behind it.
    private static boolean isGraded(CoursePublished.Lesson lesson) {
        return lesson.kind().equals("QUIZ") || lesson.kind().equals("ASSIGNMENT");
    }
}
