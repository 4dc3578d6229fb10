package dev.lectern.gateway.sessions;

import dev.lectern.gateway.problem.Failures;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpRejectAndDontRequeueException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.stereotype.Component;
import reactor.util.retry.Retry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Hears from auth that a sign-in was revoked.
@Component
final class RevocationListener {

    private static final Logger log = LoggerFactory.getLogger(RevocationListener.class);

    private final SessionIndex sessions;
    private final JsonMapper json;
    private final MeterRegistry meters;

    RevocationListener(SessionIndex sessions, JsonMapper json, MeterRegistry meters) {
        this.sessions = sessions;
        this.json = json;
        this.meters = meters;
    }

    @RabbitListener(queues = RevocationQueue.NAME)
    void on(Message message) {
        JsonNode event = parsed(message);
        String type = event.path("type").asString("");
        if (!type.equals(RevocationQueue.TYPE)) {
            count(type, "ignored");
            return;
        }
        String userId = event.path("data").path("userId").asString("");
        String sid = event.path("data").path("sid").asString("");
        if (userId.isEmpty()) {
            throw poison("names no user", null);
        }
        Long ended = end(userId, sid);
        count(type, "ok");
        log.info("Ended {} browser sessions, event {}", ended, event.path("id").asString(""));
    }

    /// Without Redis this waits for as long as it takes: the sessions are still there when it comes
    /// back, and nothing behind this message in the queue could be done any sooner.
    private Long end(String userId, String sid) {
        return sessions.end(userId, sid.isEmpty() ? null : sid)
                .retryWhen(
                        Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(500))
                                .maxBackoff(Duration.ofSeconds(10))
                                .filter(Failures::isAway))
                .blockOptional()
                .orElse(0L);
    }

    private JsonNode parsed(Message message) {
        try {
            return json.readTree(message.getBody());
        } catch (JacksonException e) {
            throw poison("is not JSON", e);
        }
    }

    private AmqpRejectAndDontRequeueException poison(String reason, @org.jspecify.annotations.Nullable Throwable cause) {
        count(RevocationQueue.TYPE, "dead");
        return new AmqpRejectAndDontRequeueException("The message " + reason, cause);
    }

    private void count(String type, String result) {
        // An unknown type is somebody else's text: not a label.
        String label = type.equals(RevocationQueue.TYPE) ? type : "unknown";
        meters.counter("event.handled", "type", label, "result", result).increment();
    }
}
