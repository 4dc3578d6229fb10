package dev.lectern.gateway.sessions;

import dev.lectern.events.auth.SessionRevoked;
import dev.lectern.gateway.problem.Failures;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.amqp.rabbit.core.RabbitOperations;
import org.springframework.stereotype.Component;
import reactor.util.retry.Retry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Hears from auth that sign-ins were revoked and ends their browser sessions.
@Component
final class RevocationListener {

    private static final Logger log = LoggerFactory.getLogger(RevocationListener.class);

    private final SessionIndex sessions;
    private final RabbitOperations rabbit;
    private final JsonMapper json;
    private final MeterRegistry meters;
    private final Clock clock;

    RevocationListener(
            SessionIndex sessions,
            RabbitOperations rabbit,
            JsonMapper json,
            MeterRegistry meters,
            Clock clock) {
        this.sessions = sessions;
        this.rabbit = rabbit;
        this.json = json;
        this.meters = meters;
        this.clock = clock;
    }

    @RabbitListener(queues = RevocationQueue.NAME)
    void on(Message message) {
        try {
            JsonNode event = json.readTree(message.getBody());
            if (!event.path("type").asString("").equals(RevocationQueue.TYPE)) {
                count("ignored");
                return;
            }
            end(json.treeToValue(event.path("data"), SessionRevoked.class));
            count("ok");
        } catch (JacksonException e) {
            keepAside(message, e);
            count("dead");
        }
    }

    /// Without Redis this waits for as long as it takes: the sessions are still there when it comes
    /// back, and nothing behind this message in the queue could be done any sooner.
    private void end(SessionRevoked revoked) {
        Long ended =
                sessions.end(revoked.userId().toString(), revoked.sid())
                        .retryWhen(
                                Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(500))
                                        .maxBackoff(Duration.ofSeconds(10))
                                        .filter(Failures::isAway))
                        .block();
        log.info("Ended {} browser sessions", ended);
    }

    /// Where the dead letters of every service lie. If the broker does not take it, the message
    /// goes back to the queue.
    private void keepAside(Message message, JacksonException reason) {
        log.error("A revocation cannot be read: {}", reason.getOriginalMessage());
        MessageProperties properties = message.getMessageProperties();
        properties.setHeader(
                "x-lectern-reason", "JacksonException: " + reason.getOriginalMessage());
        properties.setHeader("x-lectern-failed-at", clock.instant().toString());
        rabbit.invoke(channel -> {
            channel.send("", RevocationQueue.DEAD_LETTERS, message);
            channel.waitForConfirmsOrDie(5_000);
            return true;
        });
    }

    private void count(String result) {
        meters.counter("event.handled", "type", RevocationQueue.TYPE, "result", result).increment();
    }
}
