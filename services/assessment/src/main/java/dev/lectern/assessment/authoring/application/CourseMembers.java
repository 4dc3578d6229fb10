package dev.lectern.assessment.authoring.application;

import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lets whoever may edit a course do so one after the other.
@Component
public class CourseMembers {

    private final JdbcClient jdbc;
    private final MembershipCopy members;

    CourseMembers(JdbcClient jdbc, MembershipCopy members) {
        this.jdbc = jdbc;
        this.members = members;
    }

    /// Waits for the others, so that a quiz that is told as ready was compared with the banks as
    /// they are. To whoever is no member there is nothing.
    public void hold(UUID course, Caller caller) {
        hold(course);
        if (!members.has(course, caller.id())) {
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
}
