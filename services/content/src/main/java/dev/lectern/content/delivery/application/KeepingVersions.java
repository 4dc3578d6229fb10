package dev.lectern.content.delivery.application;

import dev.lectern.common.event.Received;
import dev.lectern.events.course.CoursePublished;
import java.util.ArrayList;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps this service's copy of published versions. A version never changes, so it is written once
/// and told again without effect; which one newcomers get, if any, is what was said last.
@Service
@Transactional
public class KeepingVersions {

    private final NamedParameterJdbcOperations jdbc;

    KeepingVersions(NamedParameterJdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    public void keep(Received<CoursePublished> received) {
        var course = received.event();
        var version =
                new MapSqlParameterSource()
                        .addValue("courseId", course.courseId())
                        .addValue("version", course.version())
                        .addValue("sequential", course.sequential())
                        .addValue("withdrawn", course.withdrawnAt() != null)
                        .addValue("sequence", received.sequence());
        var isNew =
                jdbc.update(
                                """
                                insert into copy_course_version (course_id, version, sequential)
                                values (:courseId, :version, :sequential) on conflict do nothing
                                """,
                                version)
                        == 1;
        if (isNew) {
            jdbc.batchUpdate(
                    """
                    insert into copy_lesson
                        (course_id, course_version, lesson_id, position, title, kind, required,
                         preview, revision_id, ref_id)
                    values (:courseId, :version, :lessonId, :position, :title, :kind, :required,
                            :preview, :revisionId, :refId)
                    """,
                    lessonsOf(course));
        }
        jdbc.update(
                """
                insert into copy_course (course_id, offered_version, withdrawn, sequence)
                values (:courseId, :version, :withdrawn, :sequence)
                on conflict (course_id) do update
                set offered_version = excluded.offered_version, withdrawn = excluded.withdrawn,
                    sequence = excluded.sequence
                where copy_course.sequence < excluded.sequence
                """,
                version);
    }

    private static SqlParameterSource[] lessonsOf(CoursePublished course) {
        var rows = new ArrayList<SqlParameterSource>();
        for (var section : course.sections()) {
            for (var lesson : section.lessons()) {
                rows.add(
                        new MapSqlParameterSource()
                                .addValue("courseId", course.courseId())
                                .addValue("version", course.version())
                                .addValue("lessonId", lesson.lessonId())
                                .addValue("position", rows.size() + 1)
                                .addValue("title", lesson.title())
                                .addValue("kind", lesson.kind())
                                .addValue("required", lesson.required())
                                .addValue("preview", lesson.preview())
                                .addValue("revisionId", lesson.revisionId())
                                .addValue("refId", lesson.refId()));
            }
        }
        return rows.toArray(SqlParameterSource[]::new);
    }
}
