package dev.lectern.common.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

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
    private final UUID me;

    OutboxTable(JdbcClient jdbc, UUID me) {
        this.jdbc = jdbc;
        this.me = me;
    }

    /// Takes the lease and reads the next rows, in one statement; empty when there are none, or
    /// when another relay is active. A row whose predecessor of the same subject waits for its next
    /// attempt waits with it.
    ///
    /// That both see one moment is safe: whoever gave the lease back after this moment did it at a
    /// later time than this statement takes for now, and so is not followed by it.
    Optional<Claim> claim(int limit) {
        return jdbc.sql(
                        """
                        with due as materialized (
                            select sequence, id, subject, type, routing_key, payload, traceparent
                            from outbox o
                            where sent_at is null and next_attempt_at <= now()
                              and not exists (
                                  select 1 from outbox b
                                  where b.subject = o.subject and b.sequence < o.sequence
                                    and b.sent_at is null and b.next_attempt_at > now())
                            order by sequence limit :limit),
                        lease as (
                            update outbox_lease
                            set epoch = epoch + case when owner = :me then 0 else 1 end,
                                owner = :me,
                                until = now() + interval '10 seconds'
                            where name = 'relay' and (owner = :me or until < now())
                              and exists (select 1 from due)
                            returning epoch)
                        select lease.epoch, due.* from lease cross join due
                        order by due.sequence
                        """)
                .param("limit", limit)
                .param("me", me)
                .query(OutboxTable::claimed);
    }

    private static Optional<Claim> claimed(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            return Optional.empty();
        }
        var epoch = rows.getLong("epoch");
        var claimed = new ArrayList<Row>();
        do {
            claimed.add(row(rows));
        } while (rows.next());
        return Optional.of(new Claim(epoch, claimed));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("sequence"),
                row.getObject("id", UUID.class),
                row.getObject("subject", UUID.class),
                row.getString("type"),
                row.getString("routing_key"),
                row.getString("payload"),
                row.getString("traceparent"));
    }

    /// Marks rows as sent and gives the lease back, so that whoever has the next is not kept
    /// waiting. Where the lease was lost meanwhile nothing is marked: its new owner sends them
    /// again.
    void markSent(long epoch, List<Row> rows) {
        jdbc.sql(
                        """
                        with lease as (
                            update outbox_lease set until = now()
                            where name = 'relay' and owner = :me and epoch = :epoch
                            returning 1)
                        update outbox set sent_at = now(), last_error = null
                        where sequence = any(:sequences) and exists (select 1 from lease)
                        """)
                .param("sequences", rows.stream().map(Row::sequence).toArray(Long[]::new))
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
