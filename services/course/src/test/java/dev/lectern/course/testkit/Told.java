package dev.lectern.course.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What is told over the broker: neighbors' events as their samples have them, and this service's
/// own as they left it.
public final class Told {

    private static final AtomicLong SEQUENCE = new AtomicLong(1_000_000);

    private final JsonMapper json = JsonMapper.builder().build();
    private final RabbitTemplate broker;
    private final JdbcClient jdbc;

    Told(RabbitTemplate broker, JdbcClient jdbc) {
        this.broker = broker;
        this.jdbc = jdbc;
    }

    /// An event that can be sent, more than once.
    public record Event(String type, UUID id, String body) {}

    public static long nextSequence() {
        return SEQUENCE.incrementAndGet();
    }

    /// The sample of a type with other data and a place among its producer's events; a field that
    /// is null is left out, as producers do.
    public Event event(String type, UUID subject, long sequence, Map<String, ?> data) {
        var envelope = sample(type);
        var id = UUID.randomUUID();
        envelope.put("id", id.toString());
        envelope.put("subject", subject.toString());
        envelope.put("sequence", "%019d".formatted(sequence));
        var content = (ObjectNode) envelope.get("data");
        data.forEach((field, value) -> content.set(field, json.valueToTree(value)));
        content.put("addedLater", true);
        return new Event(type, id, json.writeValueAsString(envelope));
    }

    /// Sends it as its producer would.
    public void send(Event event) {
        var producer = event.type().substring(0, event.type().indexOf('.'));
        broker.send(
                producer + ".events",
                event.type(),
                MessageBuilder.withBody(event.body().getBytes(StandardCharsets.UTF_8))
                        .setContentType("application/cloudevents+json")
                        .setMessageId(event.id().toString())
                        .build());
    }

    /// Whether this service has handled it.
    public boolean isHandled(Event event) {
        return jdbc.sql("select exists (select 1 from inbox where event_id = :id)")
                .param("id", event.id())
                .query(Boolean.class)
                .single();
    }

    /// The data of all this service told everybody of a subject under a type, oldest first.
    public List<JsonNode> by(String type, UUID subject) {
        return data(type, subject);
    }

    /// The same, told again to one consumer.
    public List<JsonNode> again(String consumer, String type, UUID subject) {
        return data("resync." + consumer + "." + type, subject);
    }

    /// The data of the committed sample of a type.
    public JsonNode sampleData(String type) {
        return sample(type).get("data");
    }

    private List<JsonNode> data(String key, UUID subject) {
        return jdbc
                .sql(
                        """
                        select payload from outbox where subject = :subject and routing_key = :key
                        order by sequence
                        """)
                .param("subject", subject)
                .param("key", key)
                .query(String.class)
                .list()
                .stream()
                .map(payload -> json.readTree(payload).get("data"))
                .toList();
    }

    private ObjectNode sample(String type) {
        try (var file = Told.class.getResourceAsStream("/samples/" + type + ".json")) {
            return (ObjectNode) json.readTree(Objects.requireNonNull(file, type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
