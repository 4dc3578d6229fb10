package dev.lectern.media.application;

import dev.lectern.common.event.Received;
import dev.lectern.events.course.CourseMembershipChanged;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps this service's copy of who teaches a course. Told late or twice, an older state never
/// replaces a newer one.
@Service
@Transactional
public class KeepingMembers {

    private final JdbcClient jdbc;

    KeepingMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void keep(Received<CourseMembershipChanged> received) {
        var course = received.event().courseId();
        if (!isNewer(course, received.sequence())) {
            return;
        }
        jdbc.sql("delete from copy_course_member where course_id = :course")
                .param("course", course)
                .update();
        for (var member : received.event().members()) {
            jdbc.sql(
                            """
                            insert into copy_course_member (course_id, user_id)
                            values (:course, :person) on conflict do nothing
                            """)
                    .param("course", course)
                    .param("person", member.userId())
                    .update();
        }
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
