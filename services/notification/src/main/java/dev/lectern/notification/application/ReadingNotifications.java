package dev.lectern.notification.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Somebody has seen what they were told.
@Service
@Transactional
public class ReadingNotifications {

    private final JdbcClient jdbc;
    private final Clock clock;

    ReadingNotifications(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Read again, it stays read at the time of the first.
    public void read(UUID id, Caller caller) {
        var found =
                jdbc.sql(
                                """
                                update notification set read_at = coalesce(read_at, :now)
                                where id = :id and recipient_id = :recipient
                                """)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .param("recipient", caller.id())
                        .update();
        if (found == 0) {
            throw GenericRefusal.notFound();
        }
    }
}
