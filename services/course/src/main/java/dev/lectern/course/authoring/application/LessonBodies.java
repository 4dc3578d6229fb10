package dev.lectern.course.authoring.application;

import dev.lectern.course.authoring.domain.CourseId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which lessons have a body, from this service's own copy.
@Component
class LessonBodies {

    private final JdbcClient jdbc;

    LessonBodies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The lessons of a course that have something to read.
    Set<UUID> written(CourseId course) {
        return newestRevisions(course).keySet();
    }

    /// The newest revision of each body that is not empty, by lesson.
    Map<UUID, UUID> newestRevisions(CourseId course) {
        var revisions = new HashMap<UUID, UUID>();
        jdbc.sql(
                        """
                        select lesson_id, revision_id from copy_lesson_body
                        where course_id = :course and not empty
                        """)
                .param("course", course.value())
                .query(row -> {
                    revisions.put(
                            row.getObject("lesson_id", UUID.class),
                            row.getObject("revision_id", UUID.class));
                });
        return revisions;
    }
}
