package dev.lectern.common.copy;

import dev.lectern.common.event.Received;
import dev.lectern.events.course.CourseMembershipChanged;
import dev.lectern.events.course.CourseMembershipChanged.Member;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/// A service's own copy of who may edit a course, in its tables `copy_membership` and
/// `copy_course_member`. Told late or twice, an older state never replaces a newer one.
@Transactional
public class MembershipCopy {

    private final JdbcClient jdbc;

    public MembershipCopy(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void keep(Received<CourseMembershipChanged> received) {
        var course = received.event().courseId();
        if (isNewer(course, received.sequence())) {
            jdbc.sql("delete from copy_course_member where course_id = :course")
                    .param("course", course)
                    .update();
            received.event().members().stream()
                    .map(Member::userId)
                    .distinct()
                    .forEach(person -> add(course, person));
        }
    }

    /// Whether somebody may edit the course, as far as it was told here.
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

    private void add(UUID course, UUID person) {
        jdbc.sql("insert into copy_course_member (course_id, user_id) values (:course, :person)")
                .param("course", course)
                .param("person", person)
                .update();
    }

    private boolean isNewer(UUID course, long sequence) {
        return jdbc.sql(
                                """
                                insert into copy_membership (course_id, sequence)
                                values (:course, :sequence)
                                on conflict (course_id) do update set sequence = excluded.sequence
                                where copy_membership.sequence < excluded.sequence
                                """)
                        .param("course", course)
                        .param("sequence", sequence)
                        .update()
                == 1;
    }
}
