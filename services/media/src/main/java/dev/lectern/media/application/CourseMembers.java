package dev.lectern.media.application;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who teaches a course, from this service's own copy.
@Component
class CourseMembers {

    private final JdbcClient jdbc;

    CourseMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean has(UUID course, UUID person) {
        return jdbc.sql(
                        """
                        select exists (select 1 from copy_course_member
                                       where course_id = :course and user_id = :person)
                        """)
                .param("course", course)
                .param("person", person)
                .query(Boolean.class)
                .single();
    }
}
