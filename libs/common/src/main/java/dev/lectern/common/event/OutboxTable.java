package dev.lectern.common.event;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The relay's side of the outbox: the lease that makes one relay active, and the rows it takes.
/// Times here are the database's own, so that clocks of two instances cannot disagree about the
/// lease.
final class OutboxTable {

    record Row(
            long sequence,
            UUID id,
            UUID subject,
            String type,
            String routingKey,
            String payload,
            @Nullable String traceparent) {}

    record Claim(long epoch, List<Row> rows) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final UUID me;

    OutboxTable(JdbcClient jdbc, TransactionTemplate transaction, UUID me) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.me = me;
    }

    /// Whether there is anything to do; answered without writing, so an idle relay costs one index
    /// look-up.
    boolean hasDueRows() {
        return jdbc.sql(
                        """
                        select exists(select 1 from outbox
                                      where sent_at is null and next_attempt_at <= now())
                        """)
                .query(Boolean.class)
                .single();
    }

    /// Takes or renews the lease and reads the next rows; empty when another relay is active. A row
    /// whose predecessor of the same subject waits for its next attempt waits with it.
    Optional<Claim> claim(int limit) {
        return transaction.execute(status ->
                jdbc.sql(
                                """
                                update outbox_lease
                                set epoch = epoch + case when owner = :me then 0 else 1 end,
                                    owner = :me,
                                    until = now() + interval '10 seconds'
                                where name = 'relay' and (owner = :me or until < now())
                                returning epoch
                                """)
                        .param("me", me)
                        .query(Long.class)
                        .optional()
                        .map(epoch -> new Claim(epoch, due(limit))));
    }

    private List<Row> due(int limit) {
        return jdbc.sql(
                        """
                        select sequence, id, subject, type, routing_key, payload, traceparent
                        from outbox o
                        where sent_at is null and next_attempt_at <= now()
                          and not exists (select 1 from outbox b
                                          where b.subject = o.subject and b.sequence < o.sequence
                                            and b.sent_at is null and b.next_attempt_at > now())
                        order by sequence limit :limit
                        """)
                .param("limit", limit)
                .query(Row.class)
                .list();
    }

    /// Marks rows as sent, unless the lease was lost meanwhile: then the new owner sends them
    /// again.
    void markSent(long epoch, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        update outbox set sent_at = now(), last_error = null
                        where sequence in (:sequences) and exists (
                            select 1 from outbox_lease where owner = :me and epoch = :epoch)
                        """)
                .param("sequences", rows.stream().map(Row::sequence).toList())
                .param("me", me)
                .param("epoch", epoch)
                .update();
    }

    /// Keeps a row for later: the wait doubles with every attempt up to five minutes.
    void markFailed(Row row, String error) {
        jdbc.sql(
                        """
                        update outbox
                        set attempts = attempts + 1, last_error = :error,
                            next_attempt_at = now()
                                + least(interval '5 minutes', interval '1 second' * (1 << least(attempts, 9)))
                        where sequence = :sequence
                        """)
                .param("error", error)
                .param("sequence", row.sequence())
                .update();
    }

    /// Lets another instance take over at once instead of waiting for the lease to run out.
    void release() {
        jdbc.sql("update outbox_lease set until = now() where name = 'relay' and owner = :me")
                .param("me", me)
                .update();
    }

    long backlog() {
        return jdbc.sql("select count(*) from outbox where sent_at is null")
                .query(Long.class)
                .single();
    }

    double oldestAgeSeconds() {
        return jdbc.sql(
                        """
                        select coalesce(extract(epoch from now() - min(created_at)), 0)
                        from outbox where sent_at is null
                        """)
                .query(Double.class)
                .single();
    }

    long retrying() {
        return jdbc.sql("select count(*) from outbox where sent_at is null and attempts > 0")
                .query(Long.class)
                .single();
    }
}
