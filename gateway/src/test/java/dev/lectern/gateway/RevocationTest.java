package dev.lectern.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import dev.lectern.embedded.Broker;
import dev.lectern.embedded.BrokerChoice;
import dev.lectern.embedded.BrokerPorts;
import dev.lectern.events.Platform;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RevocationTest {

    private static final String QUEUE = "gateway.auth-events";

    private static Broker broker;
    private static TestPlatform platform;
    private static Connection connection;

    private String user;
    private Client phone;
    private Client laptop;
    private String sidOfTheLaptop;

    /// The broker comes after the gateway, which must neither mind nor miss it.
    @BeforeAll
    static void lateBroker() throws Exception {
        broker =
                Broker.start(
                        Files.createTempDirectory("gateway-broker"),
                        BrokerPorts.free(),
                        BrokerChoice.configured());
        broker.stop();
        platform =
                TestPlatform.with(
                        "lectern.limits.factor=10000",
                        "spring.rabbitmq.port=" + broker.port(),
                        "spring.rabbitmq.username=" + broker.username(),
                        "spring.rabbitmq.password=" + broker.password(),
                        "spring.rabbitmq.virtual-host=" + broker.virtualHost());
        assertThat(platform.client().get("/health").status()).isEqualTo(200);
        broker.restart();

        ConnectionFactory connections = new ConnectionFactory();
        connections.setPort(broker.port());
        connections.setUsername(broker.username());
        connections.setPassword(broker.password());
        connections.setVirtualHost(broker.virtualHost());
        connection = connections.newConnection();
        Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> consumers() > 0);
    }

    @AfterAll
    static void close() throws Exception {
        connection.close();
        broker.close();
    }

    @BeforeEach
    void signedInTwice() {
        user = platform.auth().signsIn(UUID.randomUUID().toString(), "learner");
        phone = platform.client().signedIn();
        laptop = platform.client().signedIn();
        sidOfTheLaptop = platform.auth().newestSid();
    }

    @Test
    void listensToWhatTheListOfServicesSays() {
        Platform listed = Platform.load();

        assertThat(listed.gatewayConsumes()).containsExactly("auth.session-revoked.v1");
        assertThat(Platform.queueOf("gateway", "auth")).isEqualTo(QUEUE);
    }

    @Test
    void endsTheSessionOfOneSignIn() {
        publish(user, sidOfTheLaptop);

        awaitSignedOut(laptop);
        assertThat(phone.get("/api/v1/users/me").status()).isEqualTo(200);
    }

    @Test
    void endsAllSessionsOfAUser() {
        platform.auth().signsIn(UUID.randomUUID().toString(), "learner");
        Client somebodyElse = platform.client().signedIn();

        publish(user, null);
        publish(user, null);

        awaitSignedOut(laptop);
        awaitSignedOut(phone);
        assertThat(somebodyElse.get("/api/v1/users/me").status()).isEqualTo(200);
    }

    @Test
    void letsARequestThatIsUnderWayHaveItsAnswer() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        CountDownLatch underWay = new CountDownLatch(1);
        platform.service("user")
                .answers(
                        "/api/v1/users/slow",
                        exchange -> {
                            underWay.countDown();
                            awaitQuietly(ended);
                            StubServer.respond(exchange, 200, "application/json", "{}");
                        });

        CompletableFuture<Client.Answer> answer = laptop.getLater("/api/v1/users/slow");
        assertThat(underWay.await(5, TimeUnit.SECONDS)).isTrue();
        publish(user, null);
        awaitSignedOut(phone);
        ended.countDown();

        assertThat(answer.join().status()).isEqualTo(200);
        awaitSignedOut(laptop);
    }

    @Test
    void isNotForgottenWhileRedisHangs() {
        platform.redis().hangs();
        try {
            publish(user, null);
            assertThat(laptop.get("/api/v1/users/me").status()).isEqualTo(503);
            assertThat(phone.get("/api/v1/users/me").status()).isEqualTo(503);
        } finally {
            platform.redis().answersAgain();
        }

        awaitSignedOut(laptop);
    }

    @Test
    void passesOverTypesItDoesNotKnow() {
        send("", QUEUE, "{\"type\":\"auth.role-granted.v1\",\"data\":{}}");
        publish(user, null);

        awaitSignedOut(laptop);
        assertThat(ready(QUEUE + ".dlq")).isZero();
    }

    @Test
    void keepsWhatItCannotReadAsideWithTheReason() throws Exception {
        send("", QUEUE, "not JSON");
        publish(user, null);

        awaitSignedOut(laptop);
        Awaitility.await().until(() -> ready(QUEUE + ".dlq") == 1);
        try (Channel channel = connection.createChannel()) {
            GetResponse letter = channel.basicGet(QUEUE + ".dlq", true);
            assertThat(new String(letter.getBody(), StandardCharsets.UTF_8)).isEqualTo("not JSON");
            assertThat(letter.getProps().getHeaders())
                    .containsKeys("x-lectern-reason", "x-lectern-failed-at");
        }
    }

    @Test
    void sharesItsDeclarationsWithAuth() throws Exception {
        Map<String, Object> asAuthDoes = Map.of("x-queue-type", "classic");
        try (Channel channel = connection.createChannel()) {
            channel.exchangeDeclare("auth.events", "topic", true);
            for (String name : List.of(QUEUE, QUEUE + ".dlq")) {
                assertThat(channel.queueDeclare(name, true, false, false, asAuthDoes).getQueue())
                        .isEqualTo(name);
            }
        }
    }

    private static void awaitSignedOut(Client browser) {
        Awaitility.await().until(() -> browser.get("/api/v1/users/me").status() == 401);
    }

    private static void publish(String userId, @Nullable String sid) {
        String data =
                sid == null
                        ? "{\"userId\":\"%s\"}".formatted(userId)
                        : "{\"userId\":\"%s\",\"sid\":\"%s\"}".formatted(userId, sid);
        send(
                "auth.events",
                "auth.session-revoked.v1",
                """
                {"specversion":"1.0","id":"%s","type":"auth.session-revoked.v1",
                 "source":"lectern/auth","subject":"%s","time":"2026-10-02T09:15:00.123456Z",
                 "datacontenttype":"application/json","sequence":"0000000000000001020",
                 "traceparent":"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                 "data":%s}
                """
                        .formatted(UUID.randomUUID(), userId, data));
    }

    private static void send(String exchange, String key, String body) {
        try (Channel channel = connection.createChannel()) {
            channel.confirmSelect();
            channel.basicPublish(exchange, key, null, body.getBytes(StandardCharsets.UTF_8));
            channel.waitForConfirmsOrDie(5_000);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static long ready(String queue) {
        try (Channel channel = connection.createChannel()) {
            return channel.messageCount(queue);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static long consumers() {
        try {
            Channel channel = connection.createChannel();
            long consumers = channel.consumerCount(QUEUE);
            channel.close();
            return consumers;
        } catch (Exception _) {
            // Asking for a queue that is not there yet closes the channel.
            return 0;
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(1500, TimeUnit.MILLISECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
