package dev.lectern.common.event;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.lectern.common.id.Ids;
import dev.lectern.common.task.DurableTasks;
import dev.lectern.common.task.Upkeep;
import dev.lectern.common.trace.Traces;
import dev.lectern.events.Platform;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.time.Duration;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@AutoConfiguration(
        afterName = {
            "org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration",
            "dev.lectern.common.task.TaskAutoConfiguration"
        })
@EnableConfigurationProperties(EventProperties.class)
@Import({EventContainers.class, DeadLettersEndpoint.class, ResyncEndpoint.class})
class EventAutoConfiguration {

    private static final Duration SENT_KEPT = Duration.ofDays(14);
    private static final Duration HANDLED_KEPT = Duration.ofDays(30);

    @Bean
    Platform platform() {
        return Platform.load();
    }

    @Bean
    Topology topology(
            Platform platform,
            @Value("${spring.application.name}") String service,
            @Value("${lectern.broker.queue-type:classic}") String queueType) {
        return new Topology(platform, service, queueType);
    }

    @Bean
    Declarables topologyDeclarables(Topology topology) {
        return topology.declarables();
    }

    @Bean
    OutboxTable outboxTable(JdbcClient jdbc) {
        return new OutboxTable(jdbc, Ids.next());
    }

    @Bean
    OutboxRelay outboxRelay(
            OutboxTable table,
            RabbitTemplate rabbit,
            Traces trace,
            Platform platform,
            @Value("${spring.application.name}") String service,
            MeterRegistry meters) {
        return new OutboxRelay(table, rabbit, trace, platform, service, meters);
    }

    @Bean
    ToldCounters toldCounters(
            EventProperties properties,
            Platform platform,
            @Value("${spring.application.name}") String service,
            MeterRegistry meters) {
        return new ToldCounters(properties.counters(), platform.service(service), meters);
    }

    @Bean
    Outbox outbox(
            JdbcClient jdbc,
            EntityManagerFactory entities,
            Traces trace,
            Clock clock,
            ToldCounters counters,
            OutboxRelay relay) {
        return new Outbox(
                jdbc,
                SharedEntityManagerCreator.createSharedEntityManager(entities),
                trace,
                clock,
                counters,
                relay::wake);
    }

    @Bean
    Inbox inbox(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        return new Inbox(jdbc, new TransactionTemplate(transactions), clock);
    }

    @Bean
    DeadLetters deadLetters(RabbitTemplate rabbit, Topology topology, Clock clock) {
        return new DeadLetters(rabbit, topology.ownQueues(), clock);
    }

    @Bean
    Resync resync(
            Topology topology,
            @Value("${spring.application.name}") String service,
            Outbox outbox,
            ObjectProvider<CurrentState> states,
            DurableTasks tasks,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new Resync(
                topology,
                service,
                outbox,
                states.orderedStream().toList(),
                tasks,
                jdbc,
                new TransactionTemplate(transactions),
                clock);
    }

    @Bean
    OneTimeTask<Resync.Order> resyncTask(ObjectProvider<Resync> resync) {
        return Tasks.oneTime(Resync.TASK)
                .execute((instance, context) -> resync.getObject().send(instance.getData()));
    }

    @EventListener
    void askAtFirstStart(ApplicationReadyEvent ready) {
        ready.getApplicationContext().getBean(Resync.class).requestAtFirstStart();
    }

    @Bean
    RecurringTask<Void> forgetSentEvents(JdbcClient jdbc, Clock clock) {
        return Upkeep.hourlyDeletion(
                "forget-sent-events",
                jdbc,
                clock,
                SENT_KEPT,
                """
                delete from outbox where sequence in
                    (select sequence from outbox where sent_at < :before limit 1000)
                """);
    }

    @Bean
    RecurringTask<Void> forgetHandledEvents(JdbcClient jdbc, Clock clock) {
        return Upkeep.hourlyDeletion(
                "forget-handled-events",
                jdbc,
                clock,
                HANDLED_KEPT,
                """
                delete from inbox where ctid in
                    (select ctid from inbox where handled_at < :before limit 1000)
                """);
    }

    @Bean
    MeterBinder outboxMeters(OutboxTable table) {
        return (MeterRegistry registry) -> {
            Gauge.builder("lectern.outbox.backlog", table, OutboxTable::backlog)
                    .description("Events that are not sent yet")
                    .register(registry);
            Gauge.builder("lectern.outbox.oldest.age", table, OutboxTable::oldestAgeSeconds)
                    .baseUnit("seconds")
                    .description("How long the oldest unsent event has been waiting")
                    .register(registry);
            Gauge.builder("lectern.outbox.retrying", table, OutboxTable::retrying)
                    .description("Unsent events that failed at least once")
                    .register(registry);
        };
    }
}
