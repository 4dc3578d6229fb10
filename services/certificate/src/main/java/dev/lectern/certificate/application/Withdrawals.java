package dev.lectern.certificate.application;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which enrollments were withdrawn because their money went back. Completing, issuing and
/// withdrawing meet in any order; for one enrollment each waits until the other is done.
@Component
class Withdrawals {

    private final JdbcClient jdbc;

    Withdrawals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Makes all others that want the same wait until the surrounding transaction ends.
    boolean isWithdrawn(UUID enrollment) {
        lock(enrollment);
        return jdbc.sql(
                        "select exists (select 1 from withdrawn_enrollment where enrollment_id = :id)")
                .param("id", enrollment)
                .query(Boolean.class)
                .single();
    }

    /// Told again, it stays as it was.
    void withdraw(UUID enrollment, Instant now) {
        lock(enrollment);
        jdbc.sql(
                        """
                        insert into withdrawn_enrollment (enrollment_id, withdrawn_at)
                        values (:id, :now) on conflict do nothing
                        """)
                .param("id", enrollment)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        // Bought and completed again, the course gives a certificate again.
        jdbc.sql("delete from completion where enrollment_id = :id")
                .param("id", enrollment)
                .update();
    }

    private void lock(UUID enrollment) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:enrollment, 0))")
                .param("enrollment", enrollment.toString())
                .query()
                .singleRow();
    }
}
