package dev.lectern.common.event;

import dev.lectern.common.problem.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageListener;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

/// Handles the messages of one queue: each once, transient failures five times, and what cannot be
/// handled goes to the dead letters with its reason. Nothing is acknowledged after failing
/// silently.
final class IncomingEvents implements MessageListener {

    private static final Logger log = LoggerFactory.getLogger(IncomingEvents.class);

    private static final RetryTemplate RETRY =
            new RetryTemplate(
                    RetryPolicy.builder()
                            .maxRetries(4)
                            .delay(Duration.ofMillis(500))
                            .multiplier(2)
                            .predicate(IncomingEvents::isTransient)
                            .build());

    private final String queue;
    private final Subscriptions subscriptions;
    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final MeterRegistry meters;

    IncomingEvents(
            String queue,
            Subscriptions subscriptions,
            Inbox inbox,
            DeadLetters deadLetters,
            MeterRegistry meters) {
        this.queue = queue;
        this.subscriptions = subscriptions;
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.meters = meters;
    }

    @Override
    public void onMessage(Message message) {
        try {
            count(RETRY.execute(() -> handle(message)));
        } catch (RetryException e) {
            var reason = e.getCause() == null ? e : e.getCause();
            log.error(
                    "Event {} of {} goes to the dead letters",
                    message.getMessageProperties().getMessageId(),
                    queue,
                    reason);
            deadLetters.add(queue, message, reason);
            count("dead");
        }
    }

    private String handle(Message message) {
        var envelope = EventJson.read(message.getBody());
        var useCase = subscriptions.of(envelope.type());
        if (useCase == null) {
            log.info("Event {} of unknown type {} ignored", envelope.id(), envelope.type());
            return "unknown";
        }
        var result =
                inbox.once(queue, envelope.id(), () -> useCase.accept(envelope, isNews(message)))
                        ? "handled"
                        : "duplicate";
        log.info("Event {} {} {}", envelope.id(), envelope.type(), result);
        return result;
    }

    private static boolean isNews(Message message) {
        var key = message.getMessageProperties().getReceivedRoutingKey();
        return key == null || !Topology.isResync(key);
    }

    /// A refusal and an unreadable event stay what they are however often they are tried;
    /// everything else may be a lost race or a database that was away.
    private static boolean isTransient(Throwable e) {
        return !(e instanceof Refusal || e instanceof UnreadableEvent);
    }

    private void count(String result) {
        meters.counter("lectern.inbox.events", "queue", queue, "result", result).increment();
    }
}
