package dev.lectern.launcher.running;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.ShutdownSignalException;
import dev.lectern.embedded.Broker;
import dev.lectern.events.Platform;
import dev.lectern.launcher.checkout.Checkout;
import java.io.IOException;
import java.util.Collection;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Asks the broker whether the services listen to their queues.
final class Consumers implements AutoCloseable {

    private final ConnectionFactory broker = new ConnectionFactory();
    private final Platform platform = Platform.load();
    private @Nullable Connection connection;

    Consumers(Broker broker) {
        this.broker.setHost(broker.host());
        this.broker.setPort(broker.port());
        this.broker.setUsername(broker.username());
        this.broker.setPassword(broker.password());
        this.broker.setVirtualHost(broker.virtualHost());
        this.broker.setAutomaticRecoveryEnabled(false);
    }

    /// Whether somebody listens to every queue of this service.
    boolean areAttached(String service) {
        return queuesOf(service).allMatch(this::isListenedTo);
    }

    @Override
    public synchronized void close() {
        if (connection != null) {
            connection.abort();
        }
    }

    private Stream<String> queuesOf(String service) {
        return typesFor(service).stream()
                .map(Platform::producerOf)
                .collect(Collectors.toSet())
                .stream()
                .map(producer -> Platform.queueOf(service, producer));
    }

    private Collection<String> typesFor(String service) {
        return service.equals(Checkout.GATEWAY)
                ? platform.gatewayConsumes()
                : platform.service(service).consumes();
    }

    private synchronized boolean isListenedTo(String queue) {
        try {
            if (connection == null || !connection.isOpen()) {
                connection = broker.newConnection("launcher");
            }
            // The answer "there is no such queue" closes the channel, so each question has its own.
            var channel = connection.createChannel();
            try {
                return channel.queueDeclarePassive(queue).getConsumerCount() > 0;
            } finally {
                channel.abort();
            }
        } catch (IOException | TimeoutException | ShutdownSignalException notYet) {
            return false;
        }
    }
}
