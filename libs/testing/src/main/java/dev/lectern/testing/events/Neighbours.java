package dev.lectern.testing.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.Platform;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Says what the other services would say, and hears what the service under test says: real
/// messages on the real broker.
public final class Neighbours {

    private final RabbitTemplate rabbit;
    private final AtomicLong sequence = new AtomicLong(1);
    private final JsonMapper json =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(
                            all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    public Neighbours(RabbitTemplate rabbit) {
        this.rabbit = rabbit;
    }

    /// An event ready to be sent, once or more often.
    public record Letter(String type, UUID id, String body) {}

    /// An event whose sequence is higher than that of every letter before it.
    public Letter letter(UUID subject, ContractEvent event) {
        var type = ContractEvent.typeOf(event.getClass());
        var envelope = new LinkedHashMap<String, Object>();
        var id = UUID.randomUUID();
        envelope.put("specversion", "1.0");
        envelope.put("id", id);
        envelope.put("type", type);
        envelope.put("source", "lectern/" + Platform.producerOf(type));
        envelope.put("subject", subject);
        envelope.put("time", Instant.now().toString());
        envelope.put("datacontenttype", "application/json");
        envelope.put("dataschema", "/docs/events/" + type + ".json");
        envelope.put("sequence", "%019d".formatted(sequence.getAndIncrement()));
        envelope.put("data", event);
        return new Letter(type, id, json.writeValueAsString(envelope));
    }

    /// Sends an event as its producer would.
    public void say(UUID subject, ContractEvent event) {
        send(letter(subject, event));
    }

    /// Sends a letter, for the first time or again.
    public void send(Letter letter) {
        rabbit.send(
                Platform.exchangeOf(Platform.producerOf(letter.type())),
                letter.type(),
                messageOf(letter.id(), letter.body()));
    }

    /// Sends something that is no event to a queue.
    public void sendRubbish(String queue, UUID id, String body) {
        rabbit.send("", queue, messageOf(id, body));
    }

    /// Begins to hear everything a service publishes.
    public Heard listenTo(String service) {
        var admin = new RabbitAdmin(rabbit.getConnectionFactory());
        var queue = new Queue("heard-" + UUID.randomUUID(), false, true, true);
        var exchange = new TopicExchange(Platform.exchangeOf(service));
        admin.declareExchange(exchange);
        admin.declareQueue(queue);
        admin.declareBinding(BindingBuilder.bind(queue).to(exchange).with("#"));
        return new Heard(rabbit, queue.getName(), json);
    }

    private static Message messageOf(UUID id, String body) {
        return MessageBuilder.withBody(body.getBytes(StandardCharsets.UTF_8))
                .setContentType("application/cloudevents+json")
                .setMessageId(id.toString())
                .build();
    }
}
