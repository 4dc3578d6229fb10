package dev.lectern.review.application;

import dev.lectern.review.domain.Review.Standing;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How learners stand in courses, by the copies of what enrollment tells.
@Component
class LearnerStandings {

    private final JdbcClient jdbc;
    private final Clock clock;

    LearnerStandings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Empty without access now. The access is locked: one that is revoked meanwhile finds the
    /// review that follows from this answer.
    Optional<Standing> inForce(UUID learner, UUID course) {
        return jdbc
                .sql(
                        """
                        select enrollment_id from copy_learner_access
                        where learner_id = :learner and course_id = :course and status = 'ACTIVE'
                          and (expires_at is null or expires_at > :now)
                        order by enrollment_id desc for share
                        """)
                .param("learner", learner)
                .param("course", course)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list()
                .stream()
                .findFirst()
                .map(enrollment ->
                        new Standing(learner, course, enrollment, percent(learner, course)));
    }

    /// Whether everything a learner had of a course was revoked. What merely ended does not count
    /// against what was said while it lasted.
    boolean isRevoked(UUID learner, UUID course) {
        return jdbc.sql(
                        """
                        select not exists (
                            select 1 from copy_learner_access
                            where learner_id = :learner and course_id = :course
                              and status <> 'REVOKED')
                        """)
                .param("learner", learner)
                .param("course", course)
                .query(Boolean.class)
                .single();
    }

    private int percent(UUID learner, UUID course) {
        return jdbc.sql(
                        """
                        select coalesce(max(percent), 0)
                        from copy_learner_access join copy_progress using (enrollment_id)
                        where learner_id = :learner and course_id = :course
                          and status <> 'REVOKED'
                        """)
                .param("learner", learner)
                .param("course", course)
                .query(Integer.class)
                .single();
    }
}
