package dev.lectern.assessment.authoring.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who may edit a course, from this service's own copy.
@Component
public class CourseMembers {

    private final JdbcClient jdbc;

    CourseMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Lets the members of one course write one after the other: a quiz that is told as ready was
    /// compared with the banks as they are. To everybody else there is nothing.
    public void hold(UUID course, Caller caller) {
        hold(course);
        if (!has(course, caller.id())) {
            throw GenericRefusal.notFound();
        }
    }

    /// As above for a service, which decides itself on whose behalf it asks.
    void hold(UUID course) {
        jdbc.sql("select 1 from copy_membership where course_id = :course for update")
                .param("course", course)
                .query(Integer.class)
                .optional();
    }

    public boolean has(UUID course, UUID person) {
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
