package dev.lectern.common.event;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Gives an event its effect once: that it was handled is written in the transaction of the effect.
public class Inbox {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Inbox(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// @return whether this was the first time
    boolean once(String consumer, UUID eventId, Runnable effect) {
        return transaction.execute(status -> {
            var isFirst =
                    jdbc.sql(
                                            """
                                            insert into inbox (consumer, event_id, handled_at)
                                            values (:consumer, :id, :now)
                                            on conflict do nothing
                                            """)
                                    .param("consumer", consumer)
                                    .param("id", eventId)
                                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                                    .update()
                            == 1;
            if (isFirst) {
                effect.run();
            }
            return isFirst;
        });
    }
}
