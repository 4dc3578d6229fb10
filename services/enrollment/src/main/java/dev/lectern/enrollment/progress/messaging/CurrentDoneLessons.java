package dev.lectern.enrollment.progress.messaging;

import dev.lectern.common.event.CurrentState;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.enrollment.EnrollmentLessonCompleted;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Every lesson that is done, for a copy that is built anew: without them a course in sequence
/// would be locked again. Those of one enrollment come together.
@Component
class CurrentDoneLessons implements CurrentState {

    private final JdbcClient jdbc;

    CurrentDoneLessons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Class<? extends ContractEvent> type() {
        return EnrollmentLessonCompleted.class;
    }

    @Override
    public List<Snapshot> after(@Nullable UUID id, int limit) {
        return jdbc.sql(
                        """
                        with batch as (
                            select enrollment_id, learner_id, course_id from course_progress p
                            where enrollment_id > :after and exists (
                                select 1 from done_lesson d
                                where d.enrollment_id = p.enrollment_id)
                            order by enrollment_id limit :limit for share)
                        select batch.*, lesson_id, done_at
                        from batch join done_lesson using (enrollment_id)
                        order by enrollment_id, done_at
                        """)
                .param("after", CurrentState.startingAfter(id))
                .param("limit", limit)
                .query((row, number) -> {
                    var enrollment = row.getObject("enrollment_id", UUID.class);
                    return new Snapshot(
                            enrollment,
                            new EnrollmentLessonCompleted(
                                    enrollment,
                                    row.getObject("learner_id", UUID.class),
                                    row.getObject("course_id", UUID.class),
                                    row.getObject("lesson_id", UUID.class),
                                    row.getObject("done_at", OffsetDateTime.class).toInstant()));
                })
                .list();
    }
}
