package dev.lectern.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.gateway.Client.Answer;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;

/// How much a request may be.
class SizesTest {

    private static final int LIMIT = 1024 * 1024;
    private static final TestPlatform PLATFORM = TestPlatform.behindAProxy();

    private final Client client = PLATFORM.client();
    private final String bearer = "Bearer " + PLATFORM.auth().accessToken("user-1", "learner");

    @Test
    void ofBodiesMayReachTheLimit() {
        assertThat(posting("x".repeat(LIMIT)).status()).isEqualTo(200);
    }

    @Test
    void ofBodiesAreRefusedAboveTheLimit() {
        Answer answer = posting("x".repeat(LIMIT + 1));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("BODY_TOO_LARGE");
    }

    @Test
    void ofBodiesAreCountedWhereTheyAreNotDeclared() {
        byte[] body = new byte[LIMIT + 1];

        Answer answer =
                client.sendLater(
                                "POST",
                                "/api/v1/courses",
                                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                                "Authorization",
                                bearer)
                        .join();

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("BODY_TOO_LARGE");
    }

    @Test
    void ofHeadersAreLimited() {
        String answer =
                client.raw(
                        """
                        GET /api/v1/users/me HTTP/1.1
                        Host: localhost
                        Connection: close
                        X-Long: %s
                        """
                                .formatted("x".repeat(17 * 1024)),
                        "");

        assertThat(answer).startsWith("HTTP/1.1 431");
    }

    private Answer posting(String body) {
        return client.post("/api/v1/courses", body, "Authorization", bearer);
    }
}
