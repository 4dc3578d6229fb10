package dev.lectern.analytics.jobs;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.lectern.analytics.application.FillingLake;
import dev.lectern.analytics.application.Rebuilding;
import dev.lectern.analytics.application.Rollups;
import dev.lectern.common.task.TryingAgain;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The lake, the rollups and rebuilding.
@Configuration(proxyBeanMethods = false)
class AnalyticsTasks {

    // A minute after the hour: what was on its way has arrived, and what has not opens it again.
    static final Schedule HOURLY = Schedules.cron("0 1 * * * *", ZoneOffset.UTC);
    static final Schedule DAILY = Schedules.cron("0 10 0 * * *", ZoneOffset.UTC);
    private static final int REBUILDS_TRIED = 10;

    /// A store that is away is asked again at the next turn.
    @Bean
    RecurringTask<Void> fillLake(
            FillingLake filling, @Value("${lectern.analytics.lake-every}") Duration every) {
        return Tasks.recurring("fill-lake", FixedDelay.of(every))
                .execute((instance, context) -> filling.fill());
    }

    @Bean
    RecurringTask<Void> countHours(Rollups rollups) {
        return Tasks.recurring("count-hours", HOURLY)
                .execute((instance, context) -> {
                    while (rollups.countHours()) {
                        // A batch is a transaction; the next one takes the rest.
                    }
                });
    }

    @Bean
    RecurringTask<Void> countDays(Rollups rollups) {
        return Tasks.recurring("count-days", DAILY)
                .execute((instance, context) -> {
                    while (rollups.countDays()) {
                        // A batch is a transaction; the next one takes the rest.
                    }
                });
    }

    @Bean
    OneTimeTask<Void> rebuildTables(Rebuilding rebuilding) {
        return Tasks.oneTime(Rebuilding.TASK)
                .onFailure(new TryingAgain<>(REBUILDS_TRIED))
                .execute((instance, context) -> rebuilding.rebuild());
    }
}
