package dev.lectern.course.authoring.application;

import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.WrittenBody;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Which lessons have a body, from this service's own copy.
@Component
class LessonBodies {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    LessonBodies(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// The newest revision of each body that is not empty, by lesson.
    Map<UUID, WrittenBody> written(CourseId course) {
        var bodies = new HashMap<UUID, WrittenBody>();
        jdbc.sql(
                        """
                        select lesson_id, revision_id, assets from copy_lesson_body
                        where course_id = :course and not empty
                        """)
                .param("course", course.value())
                .query(row -> {
                    bodies.put(
                            row.getObject("lesson_id", UUID.class),
                            new WrittenBody(
                                    row.getObject("revision_id", UUID.class),
                                    json.readValue(
                                            row.getString("assets"), new TypeReference<>() {})));
                });
        return bodies;
    }
}
