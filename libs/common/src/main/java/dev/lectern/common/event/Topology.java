package dev.lectern.common.event;

import dev.lectern.events.Platform;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;

/// The exchanges and queues of the broker, computed from `services.yaml`. Producer and consumer
/// declare the same ones at their start, so nothing is lost whichever comes first.
final class Topology {

    private static final String RESYNC = "resync.";

    private final Platform platform;
    private final Platform.Service service;
    private final String queueType;

    Topology(Platform platform, String service, String queueType) {
        this.platform = platform;
        this.service = platform.service(service);
        this.queueType = queueType;
    }

    static String resyncKey(String consumer, String type) {
        return RESYNC + consumer + "." + type;
    }

    /// Whether a message with this key was sent to one consumer that had asked for it.
    static boolean isResync(String routingKey) {
        return routingKey.startsWith(RESYNC);
    }

    static String resyncRequestKey(String producer) {
        return "resync-requested." + producer;
    }

    static String resyncRequestQueue(String producer) {
        return producer + ".resync-requests";
    }

    static String deadLetters(String queue) {
        return queue + ".dlq";
    }

    /// The producers this service listens to.
    List<String> upstream() {
        return service.consumes().stream().map(Platform::producerOf).distinct().toList();
    }

    Set<String> typesFrom(String producer) {
        return platform.consumersOf(producer).getOrDefault(service.name(), Set.of());
    }

    /// The producers whose current state this service can ask for again.
    List<String> replayingUpstream() {
        return upstream().stream()
                .filter(producer ->
                        typesFrom(producer).stream()
                                .anyMatch(platform.service(producer).replays()::contains))
                .toList();
    }

    boolean replays() {
        return !service.replays().isEmpty();
    }

    /// The services that may ask this one for its state.
    List<String> askers() {
        return platform.consumersOf(service.name()).entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(service.replays()::contains))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /// Every queue this service reads.
    List<String> ownQueues() {
        var queues =
                new ArrayList<>(
                        upstream().stream()
                                .map(producer -> Platform.queueOf(service.name(), producer))
                                .toList());
        if (replays()) {
            queues.add(resyncRequestQueue(service.name()));
        }
        return queues;
    }

    Declarables declarables() {
        var asProducer = consumedFrom(service, platform.consumersOf(service.name()));
        var asConsumer =
                upstream().stream()
                        .flatMap(producer ->
                                consumedFrom(
                                        platform.service(producer),
                                        Map.of(service.name(), typesFrom(producer))));
        return new Declarables(
                Stream.of(asProducer, asConsumer, resyncRequests()).flatMap(all -> all).toList());
    }

    private Stream<Declarable> consumedFrom(
            Platform.Service producer, Map<String, Set<String>> consumers) {
        var exchange = new TopicExchange(producer.exchange());
        var queues =
                consumers.entrySet().stream()
                        .flatMap(entry ->
                                bound(
                                        exchange,
                                        Platform.queueOf(entry.getKey(), producer.name()),
                                        keys(entry.getKey(), producer, entry.getValue())));
        return Stream.concat(Stream.of(exchange), queues);
    }

    private static List<String> keys(
            String consumer, Platform.Service producer, Collection<String> types) {
        var again =
                types.stream()
                        .filter(producer.replays()::contains)
                        .map(type -> resyncKey(consumer, type));
        return Stream.concat(types.stream(), again).sorted().toList();
    }

    private Stream<Declarable> resyncRequests() {
        var toMe =
                !replays()
                        ? Stream.<Declarable>empty()
                        : askers().stream()
                                .flatMap(consumer -> resyncRequests(consumer, service.name()));
        var byMe =
                replayingUpstream().stream()
                        .flatMap(producer -> resyncRequests(service.name(), producer));
        return Stream.concat(toMe, byMe);
    }

    private Stream<Declarable> resyncRequests(String consumer, String producer) {
        var exchange = new TopicExchange(Platform.exchangeOf(consumer));
        return Stream.concat(
                Stream.of(exchange),
                bound(exchange, resyncRequestQueue(producer), List.of(resyncRequestKey(producer))));
    }

    private Stream<Declarable> bound(TopicExchange exchange, String name, List<String> keys) {
        var queue = queue(name);
        var bindings = keys.stream().map(key -> BindingBuilder.bind(queue).to(exchange).with(key));
        return Stream.concat(Stream.of(queue, queue(deadLetters(name))), bindings);
    }

    private Queue queue(String name) {
        return QueueBuilder.durable(name).withArgument("x-queue-type", queueType).build();
    }
}
