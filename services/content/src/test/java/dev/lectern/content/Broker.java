package dev.lectern.content;

import dev.lectern.common.event.Envelope;
import dev.lectern.common.event.EventJson;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.Platform;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import tools.jackson.databind.json.JsonMapper;

/// The other services, as the broker knows them: what they send is the text of an envelope.
final class Broker {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RabbitTemplate rabbit;

    Broker(RabbitTemplate rabbit) {
        this.rabbit = rabbit;
    }

    /// A fact as its producer would send it.
    static Envelope envelope(long sequence, UUID subject, ContractEvent fact) {
        return envelope(sequence, subject, ContractEvent.typeOf(fact.getClass()), fact);
    }

    static Envelope envelope(long sequence, UUID subject, String type, Object data) {
        return new Envelope(
                "1.0",
                UUID.randomUUID(),
                type,
                "lectern/" + Platform.producerOf(type),
                subject,
                Facts.GRANTED_AT,
                "application/json",
                "/docs/events/" + type + ".json",
                "%019d".formatted(sequence),
                null,
                JSON.valueToTree(data));
    }

    void send(Envelope envelope) {
        send(Platform.producerOf(envelope.type()), envelope.type(), EventJson.write(envelope));
    }

    /// Sends to one consumer only, as an answer to its wish to have a type again.
    void sendAgain(String consumer, Envelope envelope) {
        send(
                Platform.producerOf(envelope.type()),
                "resync." + consumer + "." + envelope.type(),
                EventJson.write(envelope));
    }

    void send(String producer, String routingKey, String body) {
        rabbit.send(
                Platform.exchangeOf(producer),
                routingKey,
                MessageBuilder.withBody(body.getBytes(StandardCharsets.UTF_8))
                        .setContentType("application/cloudevents+json")
                        .build());
    }

    /// The next envelope in a queue, within a few seconds.
    Optional<Envelope> next(String queue) {
        return Optional.ofNullable(rabbit.receive(queue, 5_000))
                .map(message -> EventJson.read(message.getBody()));
    }
}
