package dev.lectern.testing.api;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.Platform;
import dev.lectern.events.Platform.Service;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the services tell each other, as an AsyncAPI document: a channel and a message for each
/// type, and who sends and who receives it over which exchange and queue.
///
/// @param events the record of each type
/// @param samples the sample of each type
record AsyncApi(
        Platform platform,
        Map<String, Class<? extends ContractEvent>> events,
        Map<String, JsonNode> samples,
        Sources sources) {

    private static final String CONTENT_TYPE = "application/cloudevents+json";

    private static final String INFO =
            """
            title: Lectern events
            version: v1
            description: >-
              Facts the services tell each other over RabbitMQ, as structured CloudEvents. Each arrives
              at least once and, of one subject, in the order of `sequence` unless it is sent again; a
              consumer keeps the newest and handles an `id` once. Fields may be added to a type;
              whatever else changes is a new type.
            """;

    private static final String ENVELOPE =
            """
            description: A CloudEvent 1.0.
            type: object
            properties:
              specversion: {const: "1.0"}
              id: {type: string, format: uuid, description: The same however often it is sent.}
              type: {type: string}
              source: {type: string}
              subject: {type: string, format: uuid, description: What the fact is about.}
              time: {type: string, format: date-time}
              datacontenttype: {const: application/json}
              dataschema: {type: string, format: uri-reference}
              sequence:
                type: string
                pattern: ^[0-9]{19}$
                description: Orders the events of one producer, as text.
              traceparent:
                type: string
                description: The W3C trace in which it happened, where there is one.
              data: {type: object}
            required: [specversion, id, type, source, subject, time, datacontenttype, dataschema, sequence, data]
            """;

    Map<String, Object> document() {
        var document = new LinkedHashMap<String, Object>();
        document.put("asyncapi", "3.0.0");
        document.put("info", YamlText.read(INFO));
        document.put("defaultContentType", CONTENT_TYPE);
        document.put("channels", channels());
        document.put("operations", operations());
        document.put(
                "components",
                inOrder(
                        "messages",
                        messages(),
                        "schemas",
                        Map.of("Envelope", YamlText.read(ENVELOPE))));
        return document;
    }

    private Map<String, Object> channels() {
        var channels = new LinkedHashMap<String, Object>();
        for (var service : platform.services()) {
            for (var type : service.publishes()) {
                channels.put(
                        type,
                        inOrder(
                                "address",
                                type,
                                "messages",
                                Map.of("event", reference("#/components/messages/" + type)),
                                "bindings",
                                Map.of("amqp", routingKeyAt(service.exchange()))));
            }
        }
        return channels;
    }

    private static Map<String, Object> routingKeyAt(String exchange) {
        return inOrder(
                "is",
                "routingKey",
                "exchange",
                inOrder("name", exchange, "type", "topic", "durable", true, "autoDelete", false));
    }

    private Map<String, Object> operations() {
        var operations = new TreeMap<String, Object>();
        for (var producer : platform.services()) {
            for (var type : producer.publishes()) {
                operations.put(
                        producer.name() + "-sends-" + type,
                        inOrder(
                                "action",
                                "send",
                                "channel",
                                reference("#/channels/" + type),
                                "description",
                                firstSentence(type)));
            }
            platform.consumersOf(producer.name())
                    .forEach((consumer, types) ->
                            types.forEach(type ->
                                    operations.put(
                                            consumer + "-receives-" + type,
                                            receives(consumer, producer, type))));
        }
        return operations;
    }

    private static Map<String, Object> receives(String consumer, Service producer, String type) {
        return inOrder(
                "action",
                "receive",
                "channel",
                reference("#/channels/" + type),
                "description",
                "From the queue `%s`.".formatted(Platform.queueOf(consumer, producer.name())));
    }

    private Map<String, Object> messages() {
        var messages = new LinkedHashMap<String, Object>();
        for (var service : platform.services()) {
            for (var type : service.publishes()) {
                messages.put(
                        type,
                        inOrder(
                                "name",
                                type,
                                "summary",
                                firstSentence(type),
                                "contentType",
                                CONTENT_TYPE,
                                "payload",
                                payload(service, type),
                                "x-told-again-on-request",
                                service.replays().contains(type),
                                "examples",
                                List.of(Map.of("payload", sample(type)))));
            }
        }
        return messages;
    }

    private static Map<String, Object> payload(Service producer, String type) {
        return Map.of(
                "allOf",
                List.of(
                        reference("#/components/schemas/Envelope"),
                        inOrder(
                                "properties",
                                inOrder(
                                        "type",
                                        Map.of("const", type),
                                        "source",
                                        Map.of("const", "lectern/" + producer.name()),
                                        "data",
                                        reference("./" + type + ".json")))));
    }

    private String firstSentence(String type) {
        return sources.of(Objects.requireNonNull(events.get(type), type))
                .text()
                .split("(?<=\\.)\\s", 2)[0];
    }

    private Object sample(String type) {
        return JsonMapper.shared()
                .convertValue(Objects.requireNonNull(samples.get(type), type), Map.class);
    }

    private static Map<String, Object> reference(String to) {
        return Map.of("$ref", to);
    }

    /// A map that keeps its names in this order.
    private static Map<String, Object> inOrder(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
