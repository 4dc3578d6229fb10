package dev.lectern.common.event;

import dev.lectern.common.trace.Traces;
import dev.lectern.events.Platform;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitOperations;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// Sends what the outbox holds. One relay a service is active at a time; it claims, sends and marks
/// in three separate short steps, a whole batch over one channel so that the broker keeps the
/// order. Woken after each commit; looking by itself is only the net.
final class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

    private static final int BATCH = 200;
    private static final Duration NET = Duration.ofSeconds(2);
    private static final Duration CONFIRM = Duration.ofSeconds(5);

    private final OutboxTable table;
    private final RabbitTemplate rabbit;
    private final Traces trace;
    private final Platform platform;
    private final String exchange;
    private final MeterRegistry meters;
    private final Semaphore signal = new Semaphore(0);

    private volatile boolean running;
    private @Nullable Thread thread;
    private boolean brokerAway;

    OutboxRelay(
            OutboxTable table,
            RabbitTemplate rabbit,
            Traces trace,
            Platform platform,
            String service,
            MeterRegistry meters) {
        this.table = table;
        this.rabbit = rabbit;
        this.trace = trace;
        this.platform = platform;
        this.exchange = Platform.exchangeOf(service);
        this.meters = meters;
    }

    void wake() {
        signal.release();
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("outbox-relay").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        wake();
        var worker = thread;
        if (worker == null) {
            return;
        }
        try {
            worker.join(CONFIRM.plusSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try {
                // A false acquire is the net: nothing was signalled, so it looks by itself.
                if (signal.tryAcquire(NET.toMillis(), TimeUnit.MILLISECONDS)) {
                    signal.drainPermits();
                }
                while (running && sendBatch()) {
                    // The next batch follows at once.
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (DataAccessException | TransactionException e) {
                log.warn("The outbox cannot be read, trying again: {}", e.getMessage());
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(NET);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// @return whether another batch may be tried at once
    private boolean sendBatch() {
        var claim = table.claim(BATCH);
        if (claim.isEmpty()) {
            return false;
        }
        var sent = new ArrayList<OutboxTable.Row>();
        var blocked = new HashSet<UUID>();
        try {
            rabbit.invoke(operations -> send(claim.get(), operations, sent, blocked));
            brokerBack();
        } catch (AmqpException e) {
            brokerLost(e);
            pause();
            return false;
        } finally {
            table.markSent(claim.get().epoch(), sent);
        }
        return blocked.isEmpty();
    }

    private boolean send(
            OutboxTable.Claim claim,
            RabbitOperations operations,
            List<OutboxTable.Row> sent,
            Set<UUID> blocked) {
        var confirms = new LinkedHashMap<OutboxTable.Row, CorrelationData>();
        for (var row : claim.rows()) {
            var confirm = new CorrelationData(row.id().toString());
            trace.within(
                    row.traceparent(),
                    "outbox relay",
                    () ->
                            operations.execute(channel -> {
                                rabbit.doSend(
                                        channel,
                                        exchange,
                                        row.routingKey(),
                                        messageOf(row),
                                        isAwaited(row),
                                        confirm);
                                return null;
                            }));
            confirms.put(row, confirm);
        }
        confirms.forEach((row, confirm) -> {
            var error = errorOf(confirm);
            if (error == null && !blocked.contains(row.subject())) {
                sent.add(row);
                meters.counter("lectern.outbox.sent", "type", row.type()).increment();
            } else if (error != null) {
                // What follows of this subject counts as unsent too, so that it stays behind.
                blocked.add(row.subject());
                table.markFailed(row, error);
                meters.counter("lectern.outbox.failed", "type", row.type()).increment();
                log.warn("Event {} of type {} not sent: {}", row.id(), row.type(), error);
            }
        });
        return true;
    }

    private @Nullable String errorOf(CorrelationData confirm) {
        try {
            var outcome = confirm.getFuture().get(CONFIRM.toSeconds(), TimeUnit.SECONDS);
            if (!outcome.ack()) {
                return "refused: " + outcome.reason();
            }
            return confirm.getReturned() == null ? null : "returned: no queue takes it";
        } catch (TimeoutException e) {
            return "no confirm within " + CONFIRM.toSeconds() + " s";
        } catch (ExecutionException e) {
            return "no confirm: " + e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    /// A type nobody consumes may find no queue; one that is addressed, or consumed, comes back
    /// from the broker when it finds none.
    private boolean isAwaited(OutboxTable.Row row) {
        return !row.routingKey().equals(row.type()) || platform.hasConsumer(row.type());
    }

    private static Message messageOf(OutboxTable.Row row) {
        return MessageBuilder.withBody(row.payload().getBytes(StandardCharsets.UTF_8))
                .setContentType(Envelope.CONTENT_TYPE)
                .setDeliveryMode(MessageDeliveryMode.PERSISTENT)
                .setMessageId(row.id().toString())
                .build();
    }

    private void brokerLost(AmqpException e) {
        if (!brokerAway) {
            brokerAway = true;
            log.warn("The broker does not answer, events wait in the outbox: {}", e.getMessage());
        }
    }

    private void brokerBack() {
        if (brokerAway) {
            brokerAway = false;
            log.info("The broker answers again");
        }
    }
}
