package dev.lectern.analytics.application;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Appends each event once. Whoever appends holds off a rebuild until the end of its transaction.
@Component
class EventLog {

    static final long LOCK = 3_013;

    private final JdbcClient jdbc;
    private final Projecting projecting;
    private final Clock clock;

    EventLog(JdbcClient jdbc, Projecting projecting, Clock clock) {
        this.jdbc = jdbc;
        this.projecting = projecting;
        this.clock = clock;
    }

    /// Appends the event and counts it, in the transaction of its caller.
    ///
    /// @return false where the log has this id already; nothing follows then
    boolean append(LoggedEvent event) {
        jdbc.sql("select pg_advisory_xact_lock_shared(:lock)")
                .param("lock", LOCK)
                .query((rs, row) -> row)
                .list();
        var position =
                jdbc.sql(
                                """
                                insert into event_log (id, type, occurred_at, received_at, data)
                                values (:id, :type, :occurred, :received, :data)
                                on conflict (id) do nothing returning position
                                """)
                        .param("id", event.id())
                        .param("type", event.type())
                        .param("occurred", Timestamp.from(event.occurredAt()))
                        .param("received", Timestamp.from(clock.instant()))
                        .param("data", event.data().toString())
                        .query(Long.class)
                        .optional();
        position.ifPresent(at -> {
            jdbc.sql("insert into lake_waiting (position, type, day) values (:at, :type, :day)")
                    .param("at", at)
                    .param("type", event.type())
                    .param("day", LocalDate.ofInstant(event.occurredAt(), ZoneOffset.UTC))
                    .update();
            projecting.apply(event);
        });
        return position.isPresent();
    }
}
