package dev.lectern.course.authoring.application;

import dev.lectern.common.event.Received;
import dev.lectern.events.content.LessonChanged;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Keeps a copy of what content tells: which lessons have a body, in which revision. Told late or
/// twice, an older state never replaces a newer one.
@Service
@Transactional
public class KeepingBodies {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    KeepingBodies(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public void keep(Received<LessonChanged> received) {
        var body = received.event();
        jdbc.sql(
                        """
                        insert into copy_lesson_body
                            (lesson_id, course_id, revision_id, empty, assets, sequence)
                        values (:lesson, :course, :revision, :empty, :assets::jsonb, :sequence)
                        on conflict (lesson_id) do update
                        set course_id = excluded.course_id, revision_id = excluded.revision_id,
                            empty = excluded.empty, assets = excluded.assets,
                            sequence = excluded.sequence
                        where copy_lesson_body.sequence < excluded.sequence
                        """)
                .param("lesson", body.lessonId())
                .param("course", body.courseId())
                .param("revision", body.revisionId())
                .param("empty", body.empty())
                .param(
                        "assets",
                        json.writeValueAsString(
                                Objects.requireNonNullElse(body.assets(), List.of())))
                .param("sequence", received.sequence())
                .update();
    }
}
