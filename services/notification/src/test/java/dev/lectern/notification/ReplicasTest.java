package dev.lectern.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.client.EventStream;
import dev.lectern.embedded.Redis;
import dev.lectern.notification.application.OtherReplicas;
import dev.lectern.notification.application.Signalling;
import dev.lectern.notification.domain.SignalName;
import dev.lectern.testing.identity.TestIdentity;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/// Two copies of the service on one database, with a Redis between them that comes and goes.
@DirtiesContext
class ReplicasTest extends NotificationServiceTest {

    private static final int REDIS_PORT = freePort();
    private static final Path REDIS_HOME = newHome();
    private static Redis redis = Redis.start(REDIS_HOME, REDIS_PORT);

    @Autowired Signalling signalling;
    @Autowired OtherReplicas others;
    @Autowired ConfigurableEnvironment environment;

    private ConfigurableApplicationContext second;
    private int secondPort;

    @DynamicPropertySource
    static void ownRedis(DynamicPropertyRegistry registry) {
        registry.add("spring.data.redis.port", () -> REDIS_PORT);
        registry.add("spring.data.redis.host", () -> "127.0.0.1");
    }

    @BeforeEach
    void aSecondReplica() {
        second = new SpringApplicationBuilder(NotificationServiceApplication.class).run(settings());
        secondPort =
                second.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        awaitReached();
    }

    @AfterEach
    void oneReplica() {
        second.close();
    }

    @AfterAll
    static void noRedis() {
        redis.close();
    }

    /// The same as the first has, in the words of a command line.
    private String[] settings() {
        return Stream.concat(
                        Stream.of("--server.port=0"),
                        Stream.of(
                                        "spring.datasource.url",
                                        "spring.datasource.username",
                                        "spring.datasource.password",
                                        "spring.rabbitmq.host",
                                        "spring.rabbitmq.port",
                                        "spring.rabbitmq.username",
                                        "spring.rabbitmq.password",
                                        "spring.rabbitmq.virtual-host",
                                        "spring.mail.host",
                                        "spring.mail.port",
                                        "lectern.identity.public-origin",
                                        "lectern.identity.jwks-uri",
                                        "lectern.identity.token-uri",
                                        "lectern.identity.client-secret",
                                        "lectern.services.user.url",
                                        "lectern.notification.unsubscribe-key",
                                        "lectern.streams.comment-every",
                                        "spring.data.redis.port")
                                .map(name ->
                                        "--" + name + "=" + environment.getRequiredProperty(name)))
                .toArray(String[]::new);
    }

    private void awaitReached() {
        for (var replica : List.of(others, second.getBean(OtherReplicas.class))) {
            await().atMost(PATIENCE).until(replica::wereReached);
        }
    }

    private LiveStream on(int replica, String... lastEventId) {
        return LiveStream.open(
                replica,
                TestIdentity.tokenOf(learner, "learner"),
                lastEventId.length == 0 ? null : lastEventId[0]);
    }

    private void signal(int... numbers) {
        Arrays.stream(numbers)
                .forEach(number ->
                        signalling.signal(learner, SignalName.PROGRESS, Map.of("percent", number)));
    }

    private static List<Integer> numbers(List<EventStream.Block> events) {
        return events.stream()
                .map(event -> JsonMapper.shared().readTree(event.data()).path("percent").asInt())
                .toList();
    }

    @Test
    void wakeEachOther() {
        try (var here = on(port).awaitOpen();
                var there = on(secondPort).awaitOpen()) {
            var before = System.nanoTime();
            signal(1);
            there.awaitEvents(1, "progress");
            var took = System.nanoTime() - before;
            second.getBean(Signalling.class)
                    .signal(learner, SignalName.PROGRESS, Map.of("percent", 2));

            assertThat(numbers(here.awaitEvents(2, "progress"))).containsExactly(1, 2);
            assertThat(numbers(there.awaitEvents(2, "progress"))).containsExactly(1, 2);
            assertThat(took).as("nanoseconds to the other replica").isLessThan(1_500_000_000L);
        }
    }

    @Test
    void letAReaderGoOnAtTheOther() {
        String last;
        try (var here = on(port).awaitOpen()) {
            signal(1);
            last = here.awaitEvents(1, "progress").getLast().id();
        }
        signal(2);

        try (var there = on(secondPort, last)) {
            assertThat(numbers(there.awaitEvents(1, "progress"))).containsExactly(2);
        }
    }

    @Test
    void goOnWithoutRedisAndMissNothingWhenItComesAndGoes() {
        try (var here = on(port).awaitOpen();
                var there = on(secondPort).awaitOpen()) {
            var all = new ArrayList<>(List.of(1, 2, 3, 4));
            signal(1);
            there.awaitEvents(1, "progress");

            redis.close();
            signal(2);
            assertThat(numbers(here.awaitEvents(2, "progress"))).containsExactly(1, 2);
            assertThat(numbers(there.awaitEvents(2, "progress"))).containsExactly(1, 2);
            signal(3);
            there.awaitEvents(3, "progress");

            redis = Redis.start(REDIS_HOME, REDIS_PORT);
            awaitReached();
            signal(4);

            assertThat(numbers(here.awaitEvents(4, "progress"))).isEqualTo(all);
            assertThat(numbers(there.awaitEvents(4, "progress"))).isEqualTo(all);
            assertThat(here.events("reset")).isEmpty();
        }
    }

    @Test
    void endTheirStreamsBeforeTheyStop() {
        try (var there = on(secondPort).awaitOpen()) {
            var last = there.lastId();
            var before = System.nanoTime();

            second.close();

            there.awaitEnd();
            assertThat(System.nanoTime() - before).isLessThan(20_000_000_000L);
            signal(1);
            try (var here = on(port, last)) {
                assertThat(numbers(here.awaitEvents(1, "progress"))).containsExactly(1);
            }
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Path newHome() {
        try {
            return Files.createTempDirectory("replicas-redis");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
