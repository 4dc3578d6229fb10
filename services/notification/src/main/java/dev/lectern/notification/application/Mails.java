package dev.lectern.notification.application;

import dev.lectern.notification.domain.Kind;
import dev.lectern.notification.domain.MailStatus;
import dev.lectern.notification.domain.News.Amount;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The mails that are to be sent and what became of them.
@Service
@Transactional
class Mails {

    private final JdbcClient jdbc;
    private final Clock clock;

    Mails(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// A mail without its recipient's name or address.
    record Mail(
            UUID id,
            UUID recipientId,
            Kind kind,
            UUID thingId,
            @Nullable UUID courseId,
            @Nullable Amount amount,
            @Nullable String detail) {}

    @Transactional(readOnly = true)
    Optional<Mail> queued(UUID id) {
        return jdbc.sql("select * from mail where id = :id and status = 'QUEUED'")
                .param("id", id)
                .query((row, number) ->
                        new Mail(
                                row.getObject("id", UUID.class),
                                row.getObject("recipient_id", UUID.class),
                                Kind.valueOf(row.getString("kind")),
                                row.getObject("thing_id", UUID.class),
                                row.getObject("course_id", UUID.class),
                                NotificationViews.amountIn(row),
                                row.getString("detail")))
                .optional();
    }

    void settle(UUID id, MailStatus status) {
        jdbc.sql(
                        """
                        update mail set status = :status, settled_at = :now
                        where id = :id and status = 'QUEUED'
                        """)
                .param("status", status.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }
}
