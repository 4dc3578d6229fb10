package dev.lectern.testing.events;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a service has said since one began to listen.
public final class Heard {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RabbitTemplate rabbit;
    private final String queue;
    private final JsonMapper json;
    private final List<Message> messages = new ArrayList<>();

    Heard(RabbitTemplate rabbit, String queue, JsonMapper json) {
        this.rabbit = rabbit;
        this.queue = queue;
        this.json = json;
    }

    /// Waits until this many envelopes of a type have been heard and returns them.
    public List<JsonNode> atLeast(int count, String type) {
        await().atMost(PATIENCE).until(() -> soFar(type).size() >= count);
        return soFar(type);
    }

    /// The same about one subject: other tests may have left something to send as well.
    public List<JsonNode> atLeast(int count, String type, UUID subject) {
        await().atMost(PATIENCE).until(() -> soFar(type, subject).size() >= count);
        return soFar(type, subject);
    }

    private List<JsonNode> soFar(String type, UUID subject) {
        return soFar(type).stream()
                .filter(envelope -> envelope.get("subject").asString().equals(subject.toString()))
                .toList();
    }

    /// The envelopes of a type heard so far.
    public List<JsonNode> soFar(String type) {
        return messages().stream()
                .map(message -> json.readTree(message.getBody()))
                .filter(envelope -> envelope.get("type").asString().equals(type))
                .toList();
    }

    /// All messages heard so far, with their headers.
    public List<Message> messages() {
        for (var next = rabbit.receive(queue); next != null; next = rabbit.receive(queue)) {
            messages.add(next);
        }
        return List.copyOf(messages);
    }
}
