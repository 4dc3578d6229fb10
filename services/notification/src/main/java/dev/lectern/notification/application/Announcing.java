package dev.lectern.notification.application;

import dev.lectern.common.task.DurableTasks;
import dev.lectern.notification.domain.Channel;
import dev.lectern.notification.domain.MailId;
import dev.lectern.notification.domain.News;
import dev.lectern.notification.domain.NotificationId;
import dev.lectern.notification.domain.SignalName;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Somebody is told news by the channels they want it on, once each: what is told again, in the
/// same message or another, adds nothing.
@Service
@Transactional
public class Announcing {

    private static final String COLUMNS =
            """
            (id, recipient_id, kind, occasion, thing_id, course_id, amount, currency, detail, at%s)
            values (:id, :recipient, :kind, :occasion, :thing, :course, :amount, :currency,
                    :detail, :now%s)
            on conflict (recipient_id, kind, occasion) do nothing
            """;

    private final JdbcClient jdbc;
    private final Preferences preferences;
    private final Signalling signalling;
    private final DurableTasks tasks;
    private final Clock clock;

    Announcing(
            JdbcClient jdbc,
            Preferences preferences,
            Signalling signalling,
            DurableTasks tasks,
            Clock clock) {
        this.jdbc = jdbc;
        this.preferences = preferences;
        this.signalling = signalling;
        this.tasks = tasks;
        this.clock = clock;
    }

    public void announce(News news) {
        if (preferences.wants(news.recipientId(), news.kind(), Channel.IN_APP)) {
            putIntoInbox(news);
        }
        if (preferences.wants(news.recipientId(), news.kind(), Channel.EMAIL)) {
            queueMail(news);
        }
    }

    private void putIntoInbox(News news) {
        var id = NotificationId.next().value();
        if (insert("insert into notification " + COLUMNS.formatted("", ""), id, news)) {
            signalling.signal(
                    news.recipientId(),
                    SignalName.NOTIFICATION,
                    Map.of("notificationId", id, "kind", news.kind()));
        }
    }

    private void queueMail(News news) {
        var id = MailId.next().value();
        if (insert("insert into mail " + COLUMNS.formatted(", status", ", 'QUEUED'"), id, news)) {
            tasks.soon(SendingMail.TASK, id.toString());
        }
    }

    private boolean insert(String sql, UUID id, News news) {
        var amount = Optional.ofNullable(news.amount());
        return jdbc.sql(sql)
                        .param("id", id)
                        .param("recipient", news.recipientId())
                        .param("kind", news.kind().name())
                        .param("occasion", news.occasion())
                        .param("thing", news.thingId())
                        .param("course", news.courseId())
                        .param("amount", amount.map(News.Amount::minor).orElse(null))
                        .param("currency", amount.map(News.Amount::currency).orElse(null))
                        .param("detail", news.detail())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
