package dev.lectern.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.lectern.gateway.Client.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class AvailabilityTest {

    private static final TestPlatform PLATFORM =
            TestPlatform.with(
                    "lectern.limits.factor=10000",
                    "lectern.routing.response-timeout=400ms",
                    "lectern.routing.rest=500ms");

    private final Client client = PLATFORM.client();
    private final String bearer = "Bearer " + PLATFORM.auth().accessToken("user-1", "learner");

    @Test
    void saysThatAServiceIsAwayAndSeesItComeBack() {
        StubServer service = PLATFORM.service("certificate");
        service.goesAway();
        try {
            for (int call = 0; call < 15; call++) {
                assertUnavailable(get("/api/v1/certificates"));
            }
            assertThat(get("/api/v1/users/me").status()).as("its neighbors").isEqualTo(200);
        } finally {
            service.comesBack();
        }
        Awaitility.await().until(() -> get("/api/v1/certificates").status() == 200);
    }

    @Test
    void saysSoOfPagesToo() {
        StubServer auth = PLATFORM.auth();
        auth.goesAway();
        try {
            assertUnavailable(client.get("/login"));
        } finally {
            auth.comesBack();
        }
        Awaitility.await().until(() -> client.get("/login").status() == 200);
    }

    @Test
    void doesNotWaitForSlowAnswers() {
        CountDownLatch done = new CountDownLatch(1);
        PLATFORM.service("content")
                .answers(
                        "/api/v1/lessons/slow",
                        exchange -> {
                            awaitQuietly(done);
                            StubServer.respond(exchange, 200, "application/json", "{}");
                        });

        Answer answer = get("/api/v1/lessons/slow");

        assertThat(done.getCount()).as("not answered yet").isEqualTo(1);
        done.countDown();
        assertUnavailable(answer);
    }

    @Test
    void stopsAskingAServiceThatHangs() {
        StubServer service = PLATFORM.service("content");
        CountDownLatch done = new CountDownLatch(1);
        service.answers("/api/v1/lessons/hangs", exchange -> awaitQuietly(done));
        for (int call = 0; call < 20; call++) {
            assertUnavailable(get("/api/v1/lessons/hangs"));
        }
        int asked = service.received().size();

        assertUnavailable(get("/api/v1/lessons/other"));

        assertThat(service.received()).hasSize(asked);
        done.countDown();
        Awaitility.await().until(() -> get("/api/v1/lessons/other").status() == 200);
    }

    @Test
    void keepsItsOwnRefusalsWhileAServiceIsAway() {
        StubServer service = PLATFORM.service("certificate");
        service.goesAway();
        try {
            for (int call = 0; call < 15; call++) {
                assertUnavailable(get("/api/v1/certificates"));
            }

            assertThat(client.get("/api/v1/certificates").status()).isEqualTo(401);
            assertThat(get("/api/v1/admin/certificates").status()).isEqualTo(403);
            assertThat(get("/api/v1/certificates/..%2f").status()).isEqualTo(400);
            assertThat(
                            client.post(
                                            "/api/v1/certificates",
                                            "x".repeat(1024 * 1024 + 1),
                                            "Authorization",
                                            bearer)
                                    .status())
                    .isEqualTo(413);
        } finally {
            service.comesBack();
        }
        Awaitility.await().until(() -> get("/api/v1/certificates").status() == 200);
    }

    @Test
    void neverTurnsARefusalOfAServiceIntoAnOutage() {
        StubServer service = PLATFORM.service("course");
        service.answers(
                "/api/v1/courses/missing",
                exchange ->
                        StubServer.respond(
                                exchange,
                                404,
                                "application/problem+json",
                                "{\"code\":\"NOT_FOUND\"}"));
        service.answers(
                "/api/v1/courses/broken",
                exchange -> StubServer.respond(exchange, 500, "application/problem+json", "{}"));

        for (int call = 0; call < 40; call++) {
            assertThat(get("/api/v1/courses/missing").status()).isEqualTo(404);
            assertThat(get("/api/v1/courses/broken").status()).isEqualTo(500);
        }
        assertThat(get("/api/v1/courses/7").status()).isEqualTo(200);
    }

    @Test
    void answersForAServiceThatHangsUp() {
        PLATFORM.service("user").answers("/api/v1/users/gone", exchange -> exchange.close());

        assertUnavailable(get("/api/v1/users/gone"));
    }

    @Test
    void keepsStreamsOpenLongerThanAnyAnswerMayTake() throws Exception {
        CountDownLatch firstRead = new CountDownLatch(1);
        PLATFORM.service("notification")
                .answers(
                        "/api/v1/notifications/stream",
                        exchange -> {
                            OutputStream out = opened(exchange);
                            line(out, "first");
                            awaitQuietly(firstRead);
                            Awaitility.await().pollDelay(Duration.ofMillis(900)).until(() -> true);
                            line(out, "second");
                        });

        try (Socket socket = new Socket("localhost", client.port())) {
            BufferedReader stream = stream(socket, "/api/v1/notifications/stream", bearer);
            assertThat(PLATFORM.service("notification").last().header("Last-event-id"))
                    .as("how far its reader had come")
                    .containsExactly("1790000000-42");
            assertThat(nextEvent(stream)).as("is not held back").contains("data: first");
            firstRead.countDown();
            assertThat(nextEvent(stream)).contains("data: second");
        }
    }

    @Test
    void endsAStreamWithTheTokenThatOpenedIt() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        PLATFORM.service("enrollment")
                .answers(
                        "/api/v1/waitlist/stream",
                        exchange -> {
                            line(opened(exchange), "first");
                            awaitQuietly(over);
                        });
        String shortLived =
                PLATFORM.auth()
                        .signed(
                                PLATFORM.auth().key(),
                                claims ->
                                        claims.expirationTime(
                                                Date.from(Instant.now().plusSeconds(2))));

        try (Socket socket = new Socket("localhost", client.port())) {
            BufferedReader stream =
                    stream(socket, "/api/v1/waitlist/stream", "Bearer " + shortLived);
            assertThat(nextEvent(stream)).contains("data: first");
            assertThat(stream.lines().toList()).as("comes to its end").contains("0");
        } finally {
            over.countDown();
        }
    }

    @Test
    void cannotJudgeTokensBeforeItHasSeenTheKeys() {
        PLATFORM.auth().goesAway();
        Client early = PLATFORM.startReplica();
        try {
            for (int call = 0; call < 5; call++) {
                assertUnavailable(early.get("/api/v1/users/me", "Authorization", bearer));
            }
        } finally {
            PLATFORM.auth().comesBack();
        }
        Awaitility.await()
                .until(() ->
                        early.get("/api/v1/users/me", "Authorization", bearer).status() == 200);
    }

    private static BufferedReader stream(Socket socket, String path, String authorization)
            throws IOException {
        socket.setSoTimeout(5000);
        socket.getOutputStream()
                .write(
                        """
                        GET %s HTTP/1.1
                        Host: localhost
                        Connection: close
                        Accept: text/event-stream
                        Last-Event-ID: 1790000000-42
                        Authorization: %s

                        """
                                .formatted(path, authorization)
                                .replace("\n", "\r\n")
                                .getBytes(StandardCharsets.UTF_8));
        BufferedReader stream =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        assertThat(stream.readLine()).contains("200");
        return stream;
    }

    private static Optional<String> nextEvent(BufferedReader stream) {
        return stream.lines().filter(line -> line.startsWith("data")).findFirst();
    }

    private static OutputStream opened(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        return exchange.getResponseBody();
    }

    private static void line(OutputStream stream, String data) throws IOException {
        stream.write("data: %s\n\n".formatted(data).getBytes(StandardCharsets.UTF_8));
        stream.flush();
    }

    private Answer get(String path) {
        return client.get(path, "Authorization", bearer);
    }

    private static void assertUnavailable(Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("UNAVAILABLE");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.json().path("retryable").asBoolean()).isTrue();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
