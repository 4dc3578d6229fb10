package dev.lectern.content.authoring.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What the members of a course may see of its drafts; to everybody else there are none.
@Component
public class DraftViews {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DraftViews(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public DraftView one(UUID lesson, Caller caller) {
        return jdbc.sql(
                        """
                        select d.lesson_id, d.course_id, r.number, r.blocks
                        from draft d
                        join revision r on r.id = d.revision_id
                        join copy_course_member m on m.course_id = d.course_id
                        where d.lesson_id = :lesson and d.in_outline and m.user_id = :caller
                        """)
                .param("lesson", lesson)
                .param("caller", caller.id())
                .query((row, number) ->
                        new DraftView(
                                row.getObject("lesson_id", UUID.class),
                                row.getObject("course_id", UUID.class),
                                row.getInt("number"),
                                json.readValue(row.getString("blocks"), new TypeReference<>() {})))
                .optional()
                .orElseThrow(GenericRefusal::notFound);
    }
}
