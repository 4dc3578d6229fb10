package dev.lectern.launcher.running;

import dev.lectern.embedded.Broker;
import dev.lectern.embedded.BrokerChoice;
import dev.lectern.launcher.Failure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// Decides which broker this platform uses.
final class Brokers {

    private static final String CHOICE = "lectern.broker";

    private Brokers() {}

    /// The one the environment names, else the machine's RabbitMQ, else the embedded one.
    static Broker start(Home home, PortPlan ports, Consumer<String> progress) {
        Broker broker =
                named(System.getenv())
                        .orElseGet(() -> Broker.start(home.of("broker"), ports.broker(), choice()));
        progress.accept(broker + " is ready");
        broker.notice().ifPresent(progress);
        return broker;
    }

    /// Every port the broker will take here, and for what; none where another one is named.
    static Map<Integer, String> wanted(PortPlan ports) {
        if (named(System.getenv()).isPresent()) {
            return Map.of();
        }
        Map<Integer, String> wanted = new LinkedHashMap<>();
        wanted.put(ports.broker().amqp(), "the broker");
        if (isRabbitMq()) {
            wanted.put(ports.broker().epmd(), "the broker's port mapper");
            wanted.put(ports.broker().distribution(), "the broker's tools");
        }
        return wanted;
    }

    private static boolean isRabbitMq() {
        return switch (choice()) {
            case RABBITMQ -> true;
            case EMBEDDED -> false;
            case AUTO -> Broker.rabbitMqIsInstalled();
        };
    }

    static Optional<Broker> named(Map<String, String> environment) {
        String host = environment.get("SPRING_RABBITMQ_HOST");
        if (host == null) {
            return Optional.empty();
        }
        return Optional.of(
                Broker.external(
                        host,
                        Integer.parseInt(environment.getOrDefault("SPRING_RABBITMQ_PORT", "5672")),
                        environment.getOrDefault("SPRING_RABBITMQ_USERNAME", "guest"),
                        environment.getOrDefault("SPRING_RABBITMQ_PASSWORD", "guest"),
                        environment.getOrDefault("SPRING_RABBITMQ_VIRTUAL_HOST", "/")));
    }

    private static BrokerChoice choice() {
        if (System.getProperty(CHOICE) == null) {
            System.setProperty(
                    CHOICE, Objects.requireNonNullElse(System.getenv("LECTERN_BROKER"), "auto"));
        }
        try {
            return BrokerChoice.configured();
        } catch (IllegalArgumentException unknown) {
            throw new Failure(String.valueOf(unknown.getMessage()), unknown);
        }
    }
}
