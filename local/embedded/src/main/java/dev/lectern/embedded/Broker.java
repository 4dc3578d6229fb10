package dev.lectern.embedded;

import java.nio.file.Path;
import java.util.Optional;

/// A message broker that speaks AMQP 0-9-1.
public sealed interface Broker extends AutoCloseable
        permits RabbitMqNode, QpidBroker, ExternalBroker {

    /// Starts the broker that was chosen, its data in a home directory.
    static Broker start(Path home, BrokerPorts ports, BrokerChoice choice) {
        Path absolute = home.toAbsolutePath().normalize();
        return switch (choice) {
            case RABBITMQ -> RabbitMqNode.start(absolute, ports);
            case EMBEDDED -> QpidBroker.start(absolute, ports.amqp());
            case AUTO ->
                    rabbitMqIsInstalled()
                            ? RabbitMqNode.start(absolute, ports)
                            : QpidBroker.start(absolute, ports.amqp());
        };
    }

    /// A broker that runs elsewhere; it cannot be stopped from here.
    static Broker external(
            String host, int port, String username, String password, String virtualHost) {
        return new ExternalBroker(host, port, username, password, virtualHost);
    }

    /// Whether this machine can run a RabbitMQ node.
    static boolean rabbitMqIsInstalled() {
        return RabbitMqInstallation.find().isPresent();
    }

    BrokerKind kind();

    /// What it cannot do, in one line for the user; empty for a broker that can do everything.
    default Optional<String> notice() {
        return Optional.empty();
    }

    String host();

    int port();

    String username();

    String password();

    String virtualHost();

    boolean isRunning();

    /// Stops it for a while: its address and its data stay as they are.
    void stop();

    /// Starts it again on the same port with the data it had; stops it first when it still runs.
    void restart();

    @Override
    void close();
}
