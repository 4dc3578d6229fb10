package dev.lectern.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One request that two readers would understand as different ones is none at all.
class SmugglingTest {

    private static final TestPlatform PLATFORM = TestPlatform.behindAProxy();

    private final Client client = PLATFORM.client();
    private final String bearer = "Bearer " + PLATFORM.auth().accessToken("user-1", "learner");

    @Test
    void byEncodedPathsIsRefused() {
        for (String path :
                List.of(
                        "/api/v1/users/%2e%2e/admin",
                        "/api/v1/users/..%2fadmin",
                        "/api/v1/users/%2Fadmin",
                        "/api/v1/users/%5cadmin",
                        "/api/v1/users/%252e%252e",
                        "/api/v1/users/../../../internal/holds",
                        "/api/v1/users//me",
                        "/api/v1/users;a=b/me",
                        "/api/v1/users/%00")) {
            PLATFORM.service("user").forget();

            String answer =
                    client.raw(
                            """
                            GET %s HTTP/1.1
                            Host: localhost
                            Connection: close
                            Authorization: %s
                            """
                                    .formatted(path, bearer),
                            "");

            assertThat(answer).as(path).startsWith("HTTP/1.1 400").contains("INVALID_VALUE");
            assertThat(PLATFORM.service("user").received()).isEmpty();
        }
    }

    @Test
    void byTwoLengthsIsRefused() {
        PLATFORM.service("course").forget();

        String answer =
                client.raw(
                        """
                        POST /api/v1/courses HTTP/1.1
                        Host: localhost
                        Connection: close
                        Content-Length: 5
                        Content-Length: 6
                        """,
                        "hello!");

        assertThat(answer).startsWith("HTTP/1.1 400");
        assertThat(PLATFORM.service("course").received()).isEmpty();
    }

    @Test
    void byALengthBesideChunksIsRefused() {
        assertRefused(
                "Host: localhost\nContent-Length: 48\nTransfer-Encoding: chunked",
                "0\r\n\r\nGET /internal/holds HTTP/1.1\r\nHost: x\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xchunked",
                "gzip, chunked",
                "chunked, identity",
                "identity",
                "chunked\nTransfer-Encoding: chunked",
                "chunked\nTransfer-Encoding: identity"
            })
    void byACodingNobodyUsesIsRefused(String coding) {
        assertRefused("Host: localhost\nTransfer-Encoding: " + coding, "5\r\nhello\r\n0\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+5", "-5", "0x5", "5, 5", "5 5", "", "99999999999999999999"})
    void byAnOddLengthIsRefused(String length) {
        assertRefused("Host: localhost\nContent-Length: " + length, "hello");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-No-Host: localhost",
                "Host: localhost\nHost: evil.example",
                "Host: evil.example/path",
                "Host: user@evil.example",
                "Host: ",
                "Host: a b"
            })
    void byAnOddHostIsRefused(String host) {
        assertRefused(host + "\nContent-Length: 5", "hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[::1]:3000", "10.0.0.7", "gateway.lectern.svc:3000", "LOCALHOST"})
    void isNotTheUsualHost(String host) {
        assertThat(raw("Host: " + host + "\nContent-Length: 5", "hello"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void byAWebSocketIsNotPossible() {
        String answer =
                raw(
                        """
                        Host: localhost
                        Upgrade: websocket
                        Connection: Upgrade, close
                        Sec-WebSocket-Version: 13
                        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
                        Content-Length: 0\
                        """,
                        "");

        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(PLATFORM.service("course").last().header("Upgrade")).isEmpty();
    }

    private void assertRefused(String headers, String body) {
        PLATFORM.service("course").forget();

        assertThat(raw(headers, body)).startsWith("HTTP/1.1 400");
        assertThat(PLATFORM.service("course").received()).isEmpty();
    }

    private String raw(String headers, String body) {
        return client.raw(
                "POST /api/v1/courses HTTP/1.1\nConnection: close\nAuthorization: %s\n%s"
                        .formatted(bearer, headers),
                body);
    }

    @Test
    void byMethodsNobodyUsesIsRefused() {
        String answer =
                client.raw(
                        """
                        TRACE /api/v1/users/me HTTP/1.1
                        Host: localhost
                        Connection: close
                        """,
                        "");

        assertThat(answer).startsWith("HTTP/1.1 4");
    }
}
