package dev.lectern.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A service sees a request when all of it has come, and only its own time counts.
class UploadTest {

    private static final Duration LONGER_THAN_AN_ANSWER_MAY_TAKE = Duration.ofMillis(1500);

    private static final TestPlatform PLATFORM =
            TestPlatform.with(
                    "lectern.limits.factor=10000",
                    "lectern.limits.pause=4s",
                    "lectern.routing.response-timeout=1s");

    private final Client client = PLATFORM.client();
    private final StubServer service = PLATFORM.service("course");
    private final String bearer = "Bearer " + PLATFORM.auth().accessToken("user-1", "learner");

    /// The first calls of a JVM take long enough to count as late.
    @BeforeAll
    static void warmUp() {
        var bearer = "Bearer " + PLATFORM.auth().accessToken("user-1", "learner");
        Awaitility.await()
                .until(() ->
                        PLATFORM.client()
                                        .post("/api/v1/courses", "ä", "Authorization", bearer)
                                        .status()
                                == 200);
    }

    @BeforeEach
    void forgetWhatWasReceived() {
        service.forget();
    }

    @Test
    void mayTakeLongerThanAnAnswer() throws IOException {
        try (Socket socket = sending("Content-Length: 10", "hello")) {
            pause();
            assertThat(service.received()).as("nothing is kept waiting").isEmpty();
            send(socket, "world");

            assertThat(answerOn(socket)).startsWith("HTTP/1.1 200");
        }
        assertThat(service.last().body()).isEqualTo("helloworld");
    }

    @Test
    void isFollowedByTheTimeForTheAnswer() throws IOException {
        service.answers(
                "/api/v1/courses/slow",
                exchange -> {
                    pause();
                    StubServer.respond(exchange, 200, "application/json", "{}");
                });

        assertThat(client.post("/api/v1/courses/slow", "{}", "Authorization", bearer).status())
                .isEqualTo(503);
    }

    @Test
    void isHandedOnAsItCame() {
        String body = "ä".repeat(300_000);

        client.post("/api/v1/courses", body, "Authorization", bearer);
        assertThat(service.last().body()).isEqualTo(body);

        client.post("/api/v1/courses", "", "Authorization", bearer);
        assertThat(service.last().body()).isEmpty();
    }

    @Test
    void thatStopsIsRefused() throws IOException {
        try (Socket socket = sending("Content-Length: 10", "hello")) {
            assertThat(answerOn(socket))
                    .startsWith("HTTP/1.1 400")
                    .contains("INVALID_VALUE", "onnection: close");
        }
        assertThat(service.received()).isEmpty();
    }

    @Test
    void thatBreaksOffReachesNobody() throws IOException {
        for (String framing : new String[] {"Content-Length: 10", "Transfer-Encoding: chunked"}) {
            try (Socket socket = sending(framing, "5\r\nhello\r\n")) {
                socket.shutdownOutput();

                assertThat(answerOn(socket)).isEmpty();
            }
        }
        assertThat(client.get("/api/v1/courses", "Authorization", bearer).status()).isEqualTo(200);
        assertThat(service.received()).hasSize(1);
    }

    @Test
    void withABrokenChunkReachesNobody() throws IOException {
        for (String rest :
                new String[] {"zz\r\n", "-5\r\nhello\r\n", "ffffffffff\r\n", "5\r\nhelloXX"}) {
            try (Socket socket = sending("Transfer-Encoding: chunked", "5\r\nhello\r\n")) {
                pause();
                send(socket, rest);

                assertThat(answerOn(socket)).as(rest).startsWith("HTTP/1.1 400");
            }
        }
        assertThat(service.received()).isEmpty();
    }

    @Test
    void thatBreaksOffIsNoFaultOfTheService() throws IOException {
        for (int i = 0; i < 30; i++) {
            try (Socket socket = sending("Content-Length: 10", "hello")) {
                socket.shutdownOutput();
                answerOn(socket);
            }
        }

        assertThat(client.get("/api/v1/courses", "Authorization", bearer).status()).isEqualTo(200);
    }

    @Test
    void isReadByTheGatewayItselfWithTheSameCare() throws IOException {
        String answer =
                client.raw(
                        """
                        POST /bff/logout HTTP/1.1
                        Host: localhost
                        Connection: close
                        Cookie: lectern=made-up
                        Content-Type: application/x-www-form-urlencoded
                        Content-Length: 100
                        """,
                        "_csrf=");

        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("INTERNAL_ERROR");
    }

    private Socket sending(String framing, String begin) throws IOException {
        Socket socket = new Socket("localhost", client.port());
        socket.setSoTimeout(10_000);
        send(
                socket,
                """
                POST /api/v1/courses HTTP/1.1
                Host: localhost
                Connection: close
                Authorization: %s
                %s

                """
                                .formatted(bearer, framing)
                                .replace("\n", "\r\n")
                        + begin);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String answerOn(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    private static void pause() {
        Awaitility.await().pollDelay(LONGER_THAN_AN_ANSWER_MAY_TAKE).until(() -> true);
    }
}
