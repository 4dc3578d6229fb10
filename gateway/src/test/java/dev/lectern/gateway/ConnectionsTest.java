package dev.lectern.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A connection serves one request after the other.
class ConnectionsTest {

    private static final TestPlatform PLATFORM = TestPlatform.behindAProxy();

    private final Client client = PLATFORM.client();

    @Test
    void areReadFromAgainAfterAnAnswerThatWasReadyAtOnce() {
        String all =
                client.raw(
                        """
                        GET /api/v1/catalog/search HTTP/1.1
                        Host: localhost

                        GET /actuator/env HTTP/1.1
                        Host: localhost
                        """,
                        "",
                        "NOT_FOUND",
                        """
                        GET /health HTTP/1.1
                        Host: localhost
                        Connection: close
                        """);

        assertThat(all).contains("{\"service\":\"course\"}").endsWith("{\"status\":\"UP\"}");
    }
}
