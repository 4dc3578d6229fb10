package dev.lectern.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BrokerTest {

    private static final String QUEUE = "course.enrollment-events";

    @TempDir Path home;

    @ParameterizedTest
    @EnumSource(names = {"RABBITMQ", "EMBEDDED"})
    void keepsItsMessagesAndItsAddressWhileItIsStopped(BrokerChoice choice) throws Exception {
        assumeInstalled(choice);
        try (var broker = Broker.start(home, BrokerPorts.free(), choice)) {
            int port = broker.port();
            send(broker, "granted");

            broker.stop();
            assertThat(Ports.isFree(port)).isTrue();

            broker.restart();
            assertThat(broker.port()).isEqualTo(port);
            assertThat(receive(broker)).isEqualTo("granted");
        }
        assertThat(LocalProcesses.of(home)).isEmpty();
    }

    @Test
    void keepsItsMessagesForAStartOnAnotherPortWhenEmbedded() throws Exception {
        try (var broker = Broker.start(home, BrokerPorts.free(), BrokerChoice.EMBEDDED)) {
            send(broker, "granted");
        }

        try (var broker = Broker.start(home, BrokerPorts.free(), BrokerChoice.EMBEDDED)) {
            assertThat(receive(broker)).isEqualTo("granted");
        }
    }

    @Test
    void endsTheRabbitMqThatAKilledJvmLeftAndGoesOnWithItsData() throws Exception {
        assumeInstalled(BrokerChoice.RABBITMQ);
        BrokerPorts ports;
        try (var child = ChildJvm.running(Keeper.class, home)) {
            ports =
                    new BrokerPorts(
                            Integer.parseInt(child.told("amqp")),
                            Integer.parseInt(child.told("epmd")),
                            0);
            child.kill();
        }
        assertThat(Ports.isFree(ports.amqp())).isFalse();
        assertThat(Ports.isFree(ports.epmd())).isFalse();

        try (var broker = Broker.start(home, BrokerPorts.free(), BrokerChoice.RABBITMQ)) {
            assertThat(receive(broker)).isEqualTo("granted");
        }
        assertThat(LocalProcesses.of(home)).isEmpty();
        assertThat(Ports.isFree(ports.amqp())).isTrue();
        assertThat(Ports.isFree(ports.epmd())).isTrue();
    }

    @Test
    void isTheRabbitMqOfTheMachineWhereThereIsOne() {
        try (var broker = Broker.start(home, BrokerPorts.free(), BrokerChoice.AUTO)) {
            assertThat(broker.kind())
                    .isEqualTo(
                            Broker.rabbitMqIsInstalled()
                                    ? BrokerKind.RABBITMQ
                                    : BrokerKind.EMBEDDED);
        }
    }

    @Test
    void acceptsQueueArgumentsItCannotHonorWhenEmbeddedAndSaysSo() throws Exception {
        Map<String, Object> arguments = Map.of("x-dead-letter-exchange", "course.dead");

        try (var broker = Broker.start(home, BrokerPorts.free(), BrokerChoice.EMBEDDED);
                Connection connection = connect(broker);
                Channel channel = connection.createChannel()) {
            channel.queueDeclare(QUEUE, true, false, false, arguments);

            assertThat(channel.isOpen()).isTrue();
            assertThat(broker.notice()).hasValueSatisfying(it -> assertThat(it).contains("ignore"));
        }
    }

    private static void assumeInstalled(BrokerChoice choice) {
        assumeTrue(
                choice != BrokerChoice.RABBITMQ || Broker.rabbitMqIsInstalled(),
                "skipped: needs rabbitmq-server");
    }

    /// Starts a node, leaves a message in it and waits for its end.
    static final class Keeper {

        private Keeper() {}

        public static void main(String[] arguments) throws Exception {
            var ports = new BrokerPorts(Ports.free(), Ports.free(), Ports.free());
            Broker broker = Broker.start(Path.of(arguments[0]), ports, BrokerChoice.RABBITMQ);
            send(broker, "granted");
            System.out.println("amqp " + ports.amqp());
            System.out.println("epmd " + ports.epmd());
            System.in.read();
        }
    }

    private static void send(Broker broker, String text) throws Exception {
        try (Connection connection = connect(broker);
                Channel channel = connection.createChannel()) {
            channel.confirmSelect();
            channel.queueDeclare(QUEUE, true, false, false, Map.of());
            channel.basicPublish(
                    "",
                    QUEUE,
                    MessageProperties.PERSISTENT_TEXT_PLAIN,
                    text.getBytes(StandardCharsets.UTF_8));
            channel.waitForConfirmsOrDie(10_000);
        }
    }

    private static String receive(Broker broker) throws Exception {
        try (Connection connection = connect(broker);
                Channel channel = connection.createChannel()) {
            return new String(channel.basicGet(QUEUE, true).getBody(), StandardCharsets.UTF_8);
        }
    }

    private static Connection connect(Broker broker) throws Exception {
        var factory = new ConnectionFactory();
        factory.setHost(broker.host());
        factory.setPort(broker.port());
        factory.setUsername(broker.username());
        factory.setPassword(broker.password());
        factory.setVirtualHost(broker.virtualHost());
        return factory.newConnection();
    }
}
