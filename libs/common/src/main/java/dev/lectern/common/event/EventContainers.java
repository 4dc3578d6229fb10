package dev.lectern.common.event;

import dev.lectern.events.Platform;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.listener.DirectMessageListenerContainer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

/// Listens to each queue of this service, and refuses to start when what the consumers subscribe to
/// is not what `services.yaml` says. A message is handled on the thread that brought it, so no
/// thread waits for any: a service has many queues, and most of them are silent.
final class EventContainers implements SmartLifecycle, AutoCloseable {

    private static final int CONSUMERS = 2;
    private static final int PREFETCH = 10;
    private static final Duration RECOVERY = Duration.ofSeconds(1);

    private final List<DirectMessageListenerContainer> containers = new ArrayList<>();
    private final SimpleAsyncTaskScheduler recovery = new SimpleAsyncTaskScheduler();
    private volatile boolean running;

    EventContainers(
            Topology topology,
            ObjectProvider<EventConsumer> consumers,
            Resync resync,
            Inbox inbox,
            DeadLetters deadLetters,
            CachingConnectionFactory connections,
            AmqpAdmin admin,
            MeterRegistry meters,
            ApplicationContext context,
            @Value("${spring.application.name}") String service) {
        var remaining = new ArrayList<>(topology.upstream());
        for (var consumer : consumers.orderedStream().toList()) {
            var producer = consumer.producer();
            var subscriptions = new Subscriptions();
            consumer.subscribe(subscriptions);
            requireListed(service, producer, subscriptions.types(), topology.typesFrom(producer));
            remaining.remove(producer);
            listen(Platform.queueOf(service, producer), subscriptions, inbox, deadLetters, meters);
        }
        if (!remaining.isEmpty()) {
            throw new IllegalStateException(
                    "services.yaml says "
                            + service
                            + " consumes events of "
                            + remaining
                            + ", but it has no EventConsumer for them");
        }
        if (topology.replays()) {
            var requests = new Subscriptions();
            topology.askers()
                    .forEach(asker -> requests.on(Resync.requestTypeOf(asker), resync::accept));
            listen(Topology.resyncRequestQueue(service), requests, inbox, deadLetters, meters);
        }
        // Handling waits for the database, and by itself the connection has two threads a core.
        connections.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        recovery.setVirtualThreads(true);
        recovery.setThreadNamePrefix("event-recovery-");
        for (var container : containers) {
            container.setConnectionFactory(connections);
            container.setAmqpAdmin(admin);
            container.setApplicationContext(context);
            container.setConsumersPerQueue(CONSUMERS);
            container.setPrefetchCount(PREFETCH);
            container.setObservationEnabled(true);
            // The broker may be away, and queues come with it when it is back.
            container.setMissingQueuesFatal(false);
            container.setTaskScheduler(recovery);
            container.setMonitorInterval(RECOVERY.toMillis());
            container.setFailedDeclarationRetryInterval(RECOVERY.toMillis());
            container.setRecoveryInterval(RECOVERY.toMillis());
            container.setAutoStartup(false);
            container.afterPropertiesSet();
        }
        for (var queue : topology.ownQueues()) {
            Gauge.builder(
                            "lectern.deadletters",
                            () -> waitingIn(admin, Topology.deadLetters(queue)))
                    .tag("queue", queue)
                    .description("Messages that could not be handled")
                    .register(meters);
        }
    }

    private void listen(
            String queue,
            Subscriptions subscriptions,
            Inbox inbox,
            DeadLetters deadLetters,
            MeterRegistry meters) {
        var container = new DirectMessageListenerContainer();
        container.setQueueNames(queue);
        container.setListenerId(queue);
        container.setMessageListener(
                new IncomingEvents(queue, subscriptions, inbox, deadLetters, meters));
        containers.add(container);
    }

    private static void requireListed(
            String service, String producer, Set<String> subscribed, Set<String> listed) {
        if (!subscribed.equals(listed)) {
            throw new IllegalStateException(
                    service
                            + " subscribes to "
                            + subscribed
                            + " of "
                            + producer
                            + ", services.yaml says "
                            + listed);
        }
    }

    private static double waitingIn(AmqpAdmin admin, String queue) {
        try {
            var queueNow = admin.getQueueInfo(queue);
            return queueNow == null ? Double.NaN : queueNow.getMessageCount();
        } catch (AmqpException e) {
            return Double.NaN;
        }
    }

    @Override
    public void start() {
        containers.forEach(DirectMessageListenerContainer::start);
        running = true;
    }

    @Override
    public void stop() {
        containers.forEach(DirectMessageListenerContainer::stop);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void close() {
        recovery.close();
    }
}
