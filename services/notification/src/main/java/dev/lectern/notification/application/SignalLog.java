package dev.lectern.notification.application;

import dev.lectern.notification.domain.SignalName;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The rows behind all live streams. Numbers count for each person without a gap and become visible
/// in their order, so whoever has one of them has everything before it.
@Component
class SignalLog {

    // Streams leave the other connections of the pool to requests.
    private static final int READERS = 2;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final Semaphore readers = new Semaphore(READERS);

    SignalLog(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /// One line of a stream.
    record Signal(long number, String name, String data, Instant at) {}

    private record Head(UUID user, long number) {}

    /// Within a transaction; until its end nobody else adds a signal for the same person.
    void append(UUID user, SignalName name, Map<String, ?> changed) {
        var number =
                jdbc.sql(
                                """
                                insert into signal_head (user_id, number) values (:user, 1)
                                on conflict (user_id) do update
                                set number = signal_head.number + 1
                                returning number
                                """)
                        .param("user", user)
                        .query(Long.class)
                        .single();
        jdbc.sql(
                        """
                        insert into signal (user_id, number, name, data, at)
                        values (:user, :number, :name, :data, :now)
                        """)
                .param("user", user)
                .param("number", number)
                .param("name", name.onTheWire())
                .param("data", json.writeValueAsString(changed))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The next signals after a number, in order.
    List<Signal> after(UUID user, long number, int atMost) {
        return reading(() ->
                jdbc.sql(
                                """
                                select number, name, data, at from signal
                                where user_id = :user and number > :number
                                order by number limit :most
                                """)
                        .param("user", user)
                        .param("number", number)
                        .param("most", atMost)
                        .query((row, i) ->
                                new Signal(
                                        row.getLong("number"),
                                        row.getString("name"),
                                        row.getString("data"),
                                        row.getObject("at", OffsetDateTime.class).toInstant()))
                        .list());
    }

    /// The number of somebody's last signal, 0 where there never was one.
    long headOf(UUID user) {
        return headsOf(List.of(user)).getOrDefault(user, 0L);
    }

    /// The same for many at once; who never had one is left out.
    Map<UUID, Long> headsOf(Collection<UUID> users) {
        return reading(() ->
                jdbc
                        .sql(
                                """
                                select user_id as "user", number from signal_head
                                where user_id = any(:users)
                                """)
                        .param("users", users.toArray(UUID[]::new))
                        .query(Head.class)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Head::user, Head::number)));
    }

    private <T> T reading(Supplier<T> read) {
        readers.acquireUninterruptibly();
        try {
            return read.get();
        } finally {
            readers.release();
        }
    }
}
