package dev.lectern.launcher.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.client.Client;
import dev.lectern.embedded.Broker;
import dev.lectern.embedded.Ports;
import dev.lectern.launcher.platform.Platform;
import dev.lectern.launcher.platform.Up;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The platform can be without its broker for a while, and has it back with what was in it.
class BrokerPathsTest {

    private static final String QUEUE = "enrollment.course-events";

    @Test
    void stopsTheBrokerAndStartsItAgainWithItsMessages(@Up Platform platform) {
        String before = UUID.randomUUID().toString();
        platform.send(QUEUE + ".dlq", before, "unreadable");

        assertThat(platform.order("/broker/stop").statusCode()).isEqualTo(204);
        assertThat(Ports.isFree(platform.ports().broker().amqp())).isTrue();
        assertThat(platform.order("/broker/stop").statusCode()).isEqualTo(204);
        assertThat(platform.register("uma@example.com").status()).isEqualTo(201);

        assertThat(platform.order("/broker/start").statusCode()).isEqualTo(204);
        assertThat(platform.order("/broker/start").statusCode()).isEqualTo(204);
        assertThat(platform.run("dlq", "list").out()).contains(before);

        // The services come back by themselves.
        String after = UUID.randomUUID().toString();
        platform.send(QUEUE, after, "unreadable");
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(platform.run("dlq", "list").out()).contains(after));
    }

    @Test
    void startsAServiceWhileThereIsNoBroker(@Up(isolated = true) Platform platform) {
        platform.order("/broker/stop");
        platform.order("/services/user/kill");

        assertThat(platform.order("/services/user/start").statusCode()).isEqualTo(204);
        assertThat(platform.order("/broker/start").statusCode()).isEqualTo(204);
        assertThat(platform.order("/services/user/start").statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/broker/stop", "/broker/start"})
    void leavesABrokerAloneThatSomebodyElseRuns(String order) {
        var broker = Broker.external("broker.test", 5672, "ada", "secret", "/");
        try (var control =
                ControlServer.start(
                        0,
                        exchange -> exchange.close(),
                        new NoServices(),
                        broker,
                        Optional.empty(),
                        Optional.empty(),
                        email -> Optional.empty())) {
            var answer = new Client(control.port()).post(order, "");

            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.code()).isEqualTo("BROKER_EXTERNAL");
            assertThat(answer.text("detail"))
                    .isEqualTo("The broker broker.test:5672 was not started by Lectern.");
        }
    }
}
