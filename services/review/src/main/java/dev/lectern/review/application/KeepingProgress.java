package dev.lectern.review.application;

import dev.lectern.common.event.Received;
import dev.lectern.events.enrollment.EnrollmentProgressChanged;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps a copy of how far learners are. Told late or twice, older news never replace newer ones.
@Service
@Transactional
public class KeepingProgress {

    private final JdbcClient jdbc;

    KeepingProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void keep(Received<EnrollmentProgressChanged> received) {
        jdbc.sql(
                        """
                        insert into copy_progress (enrollment_id, percent, sequence)
                        values (:enrollment, :percent, :sequence)
                        on conflict (enrollment_id) do update
                        set percent = excluded.percent, sequence = excluded.sequence
                        where copy_progress.sequence < excluded.sequence
                        """)
                .param("enrollment", received.event().enrollmentId())
                .param("percent", received.event().percent())
                .param("sequence", received.sequence())
                .update();
    }
}
