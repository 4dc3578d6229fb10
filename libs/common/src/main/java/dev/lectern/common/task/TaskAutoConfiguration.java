package dev.lectern.common.task;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import dev.lectern.common.id.Ids;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

@AutoConfiguration(
        beforeName =
                "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration")
class TaskAutoConfiguration {

    /// A client of its own, beside the scheduler: tasks are use cases, and use cases schedule
    /// tasks, so waiting for the scheduler here would be a circle.
    @Bean
    DurableTasks durableTasks(
            DataSource dataSource, ObjectProvider<Scheduler> scheduler, Clock clock) {
        var client =
                SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                        .serializer(new JsonTaskData())
                        .build();
        return new DurableTasks(client, scheduler, clock);
    }

    @Bean
    DbSchedulerCustomizer dbSchedulerCustomizer(
            @Value("${spring.application.name}") String service) {
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<SchedulerName> schedulerName() {
                // The default, the host name, is the same for two instances on one machine.
                return Optional.of(new SchedulerName.Fixed(service + "-" + Ids.next()));
            }

            @Override
            public Optional<Serializer> serializer() {
                return Optional.of(new JsonTaskData());
            }
        };
    }

    @Bean
    MeterBinder dueTasks(JdbcClient jdbc) {
        return (MeterRegistry registry) ->
                Gauge.builder("lectern.tasks.oldest.due.age", jdbc, TaskAutoConfiguration::ageOf)
                        .baseUnit("seconds")
                        .description("How long the oldest due task has been waiting")
                        .register(registry);
    }

    private static double ageOf(JdbcClient jdbc) {
        return jdbc.sql(
                        """
                        select coalesce(extract(epoch from now() - min(execution_time)), 0)
                        from scheduled_tasks where picked = false and execution_time < now()
                        """)
                .query(Double.class)
                .single();
    }
}
