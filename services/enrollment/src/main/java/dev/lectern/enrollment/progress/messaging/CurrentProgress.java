package dev.lectern.enrollment.progress.messaging;

import dev.lectern.common.event.CurrentState;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.enrollment.EnrollmentProgressChanged;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How far everybody is who has begun, for a copy that is built anew: what a learner may do
/// elsewhere can depend on it, long after it was told.
@Component
class CurrentProgress implements CurrentState {

    private final JdbcClient jdbc;

    CurrentProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Class<? extends ContractEvent> type() {
        return EnrollmentProgressChanged.class;
    }

    @Override
    public List<Snapshot> after(@Nullable UUID id, int limit) {
        return jdbc
                .sql(
                        """
                        select enrollment_id, learner_id, course_id, percent from course_progress
                        where enrollment_id > :after and percent > 0
                        order by enrollment_id limit :limit for share
                        """)
                .param("after", CurrentState.startingAfter(id))
                .param("limit", limit)
                .query(EnrollmentProgressChanged.class)
                .list()
                .stream()
                .map(progress -> new Snapshot(progress.enrollmentId(), progress))
                .toList();
    }
}
