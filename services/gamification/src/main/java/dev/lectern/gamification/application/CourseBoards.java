package dev.lectern.gamification.application;

import dev.lectern.common.copy.AccessCopy;
import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.events.course.CoursePublished;
import dev.lectern.gamification.domain.BoardRefused;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who may see the board of a course: those who learn it now, and those who teach it.
@Service
@Transactional
public class CourseBoards {

    private final AccessCopy access;
    private final MembershipCopy members;
    private final JdbcClient jdbc;

    CourseBoards(AccessCopy access, MembershipCopy members, JdbcClient jdbc) {
        this.access = access;
        this.members = members;
        this.jdbc = jdbc;
    }

    public void keep(CoursePublished course) {
        jdbc.sql("insert into copy_published_course values (:id) on conflict do nothing")
                .param("id", course.courseId())
                .update();
    }

    @Transactional(readOnly = true)
    void requireAccess(UUID course, Caller caller) {
        if (members.has(course, caller.id()) || access.inForce(caller.id(), course).isPresent()) {
            return;
        }
        throw isPublished(course) ? BoardRefused.notEnrolled() : GenericRefusal.notFound();
    }

    private boolean isPublished(UUID course) {
        return jdbc.sql("select exists (select 1 from copy_published_course where course_id = :id)")
                .param("id", course)
                .query(Boolean.class)
                .single();
    }
}
