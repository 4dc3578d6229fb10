package dev.lectern.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.gateway.Client.Answer;
import dev.lectern.gateway.StubServer.Received;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// What reaches a service, and what reaches the browser.
class HeadersTest {

    private static final TestPlatform PLATFORM = TestPlatform.behindAProxy();

    private final Client client = PLATFORM.client();
    private final String bearer = "Bearer " + PLATFORM.auth().accessToken("user-1", "learner");

    @Test
    void thatClaimAnIdentityReachNoService() {
        client.get(
                "/api/v1/users/me",
                "Authorization",
                bearer,
                "X-User-Id",
                "admin-1",
                "X-User-Roles",
                "admin",
                "X-Original-URL",
                "/internal",
                "X-Real-IP",
                "10.0.0.1",
                "Forwarded",
                "for=10.0.0.1",
                "Remote-User",
                "admin-1",
                "Cookie",
                "AUTH_SESSION=mine",
                "X-Forwarded-Host",
                "evil.example",
                "X-Forwarded-Proto",
                "gopher");

        Received request = PLATFORM.service("user").last();
        assertThat(request.headers().keySet())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .doesNotContain(
                        "x-user-id",
                        "x-user-roles",
                        "x-original-url",
                        "x-real-ip",
                        "forwarded",
                        "remote-user",
                        "cookie");
        assertThat(request.header("X-Forwarded-Host")).containsExactly("academy.example");
        assertThat(request.header("X-Forwarded-Proto")).containsExactly("https");
        assertThat(request.header("X-Forwarded-Port")).containsExactly("443");
    }

    @Test
    void ofTheConnectionCannotRemoveOurs() {
        client.get(
                "/api/v1/users/me",
                "Authorization",
                bearer,
                "Connection",
                "close, X-Forwarded-Proto");

        assertThat(PLATFORM.service("user").last().header("X-Forwarded-Proto"))
                .containsExactly("https");
    }

    @Test
    void nameTheClientBehindTrustedProxies() {
        client.get(
                "/api/v1/users/me",
                "Authorization",
                bearer,
                "X-Forwarded-For",
                "6.6.6.6, 203.0.113.9, 127.0.0.3");

        assertThat(PLATFORM.service("user").last().header("X-Forwarded-For"))
                .containsExactly("203.0.113.9");
    }

    @Test
    void protectEveryAnswer() {
        for (String path : List.of("/", "/nowhere", "/api/v1/users/me", "/login", "/health")) {
            Answer answer = client.get(path);

            assertThat(answer.header("Strict-Transport-Security"))
                    .as(path)
                    .isEqualTo("max-age=31536000; includeSubDomains");
            assertThat(answer.headers("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(answer.headers("X-Frame-Options")).containsExactly("DENY");
            assertThat(answer.headers("Referrer-Policy")).containsExactly("same-origin");
            assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
            assertThat(answer.header("Trace-Id")).matches("[0-9a-f]{32}");
        }
    }

    @Test
    void ofAServiceAreNotDoubled() {
        PLATFORM.auth()
                .answers(
                        "/reset",
                        exchange -> {
                            exchange.getResponseHeaders()
                                    .set("Content-Security-Policy", "default-src 'self'");
                            exchange.getResponseHeaders().set("X-Frame-Options", "SAMEORIGIN");
                            StubServer.respond(exchange, 200, "text/html", "<p>");
                        });

        Answer answer = client.get("/reset");

        assertThat(answer.headers("Content-Security-Policy")).containsExactly("default-src 'self'");
        assertThat(answer.headers("X-Frame-Options")).containsExactly("SAMEORIGIN");
    }

    @Test
    void ofResourcesSetNoCookies() {
        PLATFORM.service("user")
                .answers(
                        "/api/v1/users/tracked",
                        exchange -> {
                            exchange.getResponseHeaders().set("Set-Cookie", "track=1");
                            StubServer.respond(exchange, 200, "application/json", "{}");
                        });

        assertThat(
                        client.get("/api/v1/users/tracked", "Authorization", bearer)
                                .headers("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void carryTheTraceOn() {
        String traceId = "4bf92f3577b34da6a3ce929d0e0e4736";

        Answer answer =
                client.get(
                        "/api/v1/users/me",
                        "Authorization",
                        bearer,
                        "traceparent",
                        "00-" + traceId + "-00f067aa0ba902b7-01");

        assertThat(answer.header("Trace-Id")).isEqualTo(traceId);
        assertThat(PLATFORM.service("user").last().header("traceparent"))
                .singleElement()
                .asString()
                .startsWith("00-" + traceId + "-")
                .doesNotContain("00f067aa0ba902b7");
    }
}
