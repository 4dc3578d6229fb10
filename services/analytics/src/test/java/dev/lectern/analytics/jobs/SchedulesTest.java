package dev.lectern.analytics.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchedulesTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-10-02T00:00:00Z");

    @Test
    void countHoursOnceAnHourAndDaysOnceADay() {
        assertThat(timesOnOneDay(AnalyticsTasks.HOURLY))
                .hasSize(24)
                .startsWith(MIDNIGHT.plusSeconds(60), MIDNIGHT.plusSeconds(3_660));
        assertThat(timesOnOneDay(AnalyticsTasks.DAILY))
                .containsExactly(MIDNIGHT.plus(Duration.ofMinutes(10)));
    }

    private static List<Instant> timesOnOneDay(Schedule schedule) {
        return Stream.iterate(
                        schedule.getInitialExecutionTime(MIDNIGHT),
                        time -> time.isBefore(MIDNIGHT.plus(Duration.ofDays(1))),
                        schedule::getInitialExecutionTime)
                .toList();
    }
}
