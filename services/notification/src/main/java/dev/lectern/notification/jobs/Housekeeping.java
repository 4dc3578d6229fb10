package dev.lectern.notification.jobs;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.lectern.common.task.Upkeep;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Forgets what has served its time.
@Configuration(proxyBeanMethods = false)
class Housekeeping {

    // An hour longer than a position is good for: a row may be a little older than the position
    // before it.
    private static final Duration SIGNALS_KEPT = Duration.ofHours(25);
    private static final Duration NEWS_KEPT = Duration.ofDays(400);

    @Bean
    RecurringTask<Void> forgetSignals(JdbcClient jdbc, Clock clock) {
        return Upkeep.hourlyDeletion(
                "forget-signals",
                jdbc,
                clock,
                SIGNALS_KEPT,
                """
                delete from signal where (user_id, number) in (
                    select user_id, number from signal where at < :before limit 1000)
                """);
    }

    @Bean
    RecurringTask<Void> forgetNotifications(JdbcClient jdbc, Clock clock) {
        return Upkeep.hourlyDeletion(
                "forget-notifications",
                jdbc,
                clock,
                NEWS_KEPT,
                """
                delete from notification where id in (
                    select id from notification where at < :before limit 1000)
                """);
    }

    @Bean
    RecurringTask<Void> forgetMails(JdbcClient jdbc, Clock clock) {
        return Upkeep.hourlyDeletion(
                "forget-mails",
                jdbc,
                clock,
                NEWS_KEPT,
                """
                delete from mail where id in (
                    select id from mail where settled_at < :before limit 1000)
                """);
    }
}
