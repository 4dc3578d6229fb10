package dev.lectern.common.task;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Recurring deletion of what has served its time, in small batches so that no lock is held for
/// long.
public final class Upkeep {

    private Upkeep() {}

    /// @param sql deletes a bounded number of rows older than `:before`; it is repeated until none
    ///   is left
    public static RecurringTask<Void> hourlyDeletion(
            String name, JdbcClient jdbc, Clock clock, Duration kept, String sql) {
        return Tasks.recurring(name, FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> {
                    var before = clock.instant().minus(kept).atOffset(ZoneOffset.UTC);
                    while (jdbc.sql(sql).param("before", before).update() > 0) {
                        // The statement is bounded; the next one takes the rest.
                    }
                });
    }
}
