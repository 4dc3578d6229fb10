package dev.lectern.assessment.attempts.application;

import dev.lectern.common.copy.SequenceCopy;
import dev.lectern.common.event.Received;
import dev.lectern.events.course.CoursePublished;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps this service's copy of which revisions of quizzes, and which assignments, a published
/// version shows. A version never changes, so it is written once and told again without effect;
/// which one newcomers get is what was said last.
@Service
@Transactional
public class KeepingVersions {

    private final NamedParameterJdbcOperations jdbc;
    private final SequenceCopy sequences;

    KeepingVersions(NamedParameterJdbcOperations jdbc, SequenceCopy sequences) {
        this.jdbc = jdbc;
        this.sequences = sequences;
    }

    public void keep(Received<CoursePublished> received) {
        var course = received.event();
        sequences.keep(course);
        var version = versionOf(course).addValue("sequence", received.sequence());
        var isNew =
                jdbc.update(
                                """
                                insert into copy_course_version (course_id, version)
                                values (:courseId, :version) on conflict do nothing
                                """,
                                version)
                        == 1;
        if (isNew) {
            jdbc.batchUpdate(
                    """
                    insert into copy_course_quiz (course_id, course_version, quiz_id, revision_id)
                    values (:courseId, :version, :quizId, :revisionId) on conflict do nothing
                    """,
                    quizzesOf(course).toArray(SqlParameterSource[]::new));
            jdbc.batchUpdate(
                    """
                    insert into copy_course_assignment (course_id, course_version, assignment_id)
                    values (:courseId, :version, :assignmentId) on conflict do nothing
                    """,
                    assignmentsOf(course).toArray(SqlParameterSource[]::new));
        }
        jdbc.update(
                """
                insert into copy_course (course_id, offered_version, sequence)
                values (:courseId, :version, :sequence)
                on conflict (course_id) do update
                set offered_version = excluded.offered_version, sequence = excluded.sequence
                where copy_course.sequence < excluded.sequence
                """,
                version);
    }

    private static Stream<SqlParameterSource> quizzesOf(CoursePublished course) {
        return showing("QUIZ", course)
                .map(lesson ->
                        versionOf(course)
                                .addValue("quizId", lesson.refId())
                                .addValue("revisionId", lesson.revisionId()));
    }

    private static Stream<SqlParameterSource> assignmentsOf(CoursePublished course) {
        return showing("ASSIGNMENT", course)
                .map(lesson -> versionOf(course).addValue("assignmentId", lesson.refId()));
    }

    private static Stream<CoursePublished.Lesson> showing(String kind, CoursePublished course) {
        return course.sections().stream()
                .flatMap(section -> section.lessons().stream())
                .filter(lesson -> lesson.kind().equals(kind) && lesson.refId() != null);
    }

    private static MapSqlParameterSource versionOf(CoursePublished course) {
        return new MapSqlParameterSource()
                .addValue("courseId", course.courseId())
                .addValue("version", course.version());
    }
}
