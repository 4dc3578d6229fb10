package dev.lectern.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.lectern.gateway.Client.Answer;
import dev.lectern.gateway.StubServer.Received;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class EdgeTest {

    private static final String FRIEND = "https://partner.example";
    private static final String PROXY_RANGE = "127.0.0.0/8";
    private static final TestPlatform PLATFORM =
            TestPlatform.behind(
                    "https://academy.example",
                    "lectern.limits.factor=10000",
                    "lectern.cors.allowed-origins=" + FRIEND,
                    "lectern.trusted-proxies=" + PROXY_RANGE);

    private final Client client = PLATFORM.client();
    private final String bearer = "Bearer " + PLATFORM.auth().accessToken("user-1", "learner");

    @Nested
    class ForeignOrigins {

        @Test
        void mayNotAskForPermission() {
            Answer answer = preflight("https://evil.example");

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("ORIGIN_FOREIGN");
            assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        }

        @Test
        void mayNotWriteAnywhere() {
            for (String path : List.of("/api/v1/courses", "/login", "/api/v1/auth/register")) {
                for (String origin :
                        List.of("https://evil.example", "null", "http://academy.example")) {
                    Answer answer =
                            client.post(path, "{}", "Origin", origin, "Authorization", bearer);

                    assertThat(answer.status()).as(path).isEqualTo(403);
                    assertThat(answer.code()).isEqualTo("ORIGIN_FOREIGN");
                }
            }
        }

        @Test
        void mayReadOnlyWhatTheirBrowserThenHides() {
            Answer answer = client.get("/api/v1/catalog/search", "Origin", "https://evil.example");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        }

        @Test
        void areNotThoseOfTheList() {
            Answer permission = preflight(FRIEND);
            Answer write =
                    client.post("/api/v1/courses", "{}", "Origin", FRIEND, "Authorization", bearer);

            assertThat(permission.status()).isEqualTo(200);
            assertThat(permission.header("Access-Control-Allow-Origin")).isEqualTo(FRIEND);
            assertThat(permission.header("Access-Control-Allow-Credentials")).isEmpty();
            assertThat(write.status()).isEqualTo(200);
            assertThat(write.header("Access-Control-Allow-Origin")).isEqualTo(FRIEND);
        }

        @Test
        void areNotOurOwn() {
            Answer answer =
                    client.post(
                            "/api/v1/courses",
                            "{}",
                            "Origin",
                            "https://academy.example",
                            "Authorization",
                            bearer);

            assertThat(answer.status()).isEqualTo(200);
        }

        private Answer preflight(String origin) {
            return client.send(
                    "OPTIONS",
                    "/api/v1/courses",
                    null,
                    "Origin",
                    origin,
                    "Access-Control-Request-Method",
                    "POST",
                    "Access-Control-Request-Headers",
                    "authorization,content-type");
        }
    }

    @Nested
    class Sizes {

        private static final int LIMIT = 1024 * 1024;

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
                                    BodyPublishers.ofInputStream(
                                            () -> new ByteArrayInputStream(body)),
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

    @Nested
    class Smuggling {

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
            assertRefused(
                    "Host: localhost\nTransfer-Encoding: " + coding, "5\r\nhello\r\n0\r\n\r\n");
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

    @Nested
    class Nonsense {

        @Test
        void isAnsweredAsTheClientsOwn() {
            for (String header :
                    List.of(
                            "Content-Type: ;;;",
                            "Content-Type: application/x-www-form-urlencoded; charset=nonsense",
                            "Content-Type: multipart/form-data",
                            "Accept: ;;;",
                            "Accept-Language: ;;;",
                            "Cookie: __Host-lectern=\"; ;=;",
                            "Origin: ://",
                            "X-Forwarded-For: ,,[::,%%",
                            "Range: bytes=5-1",
                            "If-Modified-Since: never",
                            "traceparent: nonsense")) {
                for (String path : List.of("GET /", "GET /bff/session", "POST /bff/logout")) {
                    String answer =
                            client.raw(
                                    "%s HTTP/1.1\nHost: localhost\nConnection: close\nContent-Length: 2\n%s"
                                            .formatted(path, header),
                                    "%z");

                    assertThat(answer).as(path + " " + header).matches("(?s)HTTP/1.1 [234].*");
                }
            }
        }
    }

    @Nested
    class Connections {

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

    @Nested
    class Headers {

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
                assertThat(answer.header("Content-Security-Policy"))
                        .contains("frame-ancestors 'none'");
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

            assertThat(answer.headers("Content-Security-Policy"))
                    .containsExactly("default-src 'self'");
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

    @Nested
    class Cookies {

        @Test
        void areBoundToTheHostUnderHttps() {
            Answer answer = client.get("/bff/login");
            Answer session = client.get("/bff/session");

            assertThat(answer.headers("Set-Cookie"))
                    .singleElement()
                    .asString()
                    .startsWith("__Host-lectern=")
                    .contains("Secure", "Path=/")
                    .doesNotContain("Domain");
            assertThat(session.headers("Set-Cookie"))
                    .singleElement()
                    .asString()
                    .startsWith("XSRF-TOKEN=")
                    .contains("Secure");
        }
    }

    @Nested
    class Log {

        @Test
        void hasOneLineARequestAndNoSecrets() {
            Logger logger = (Logger) LoggerFactory.getLogger("access");
            ListAppender<ILoggingEvent> lines = new ListAppender<>();
            lines.start();
            logger.setLevel(Level.INFO);
            logger.addAppender(lines);
            try {
                client.get("/confirm-email?token=secret-1");
                client.get(
                        "/api/v1/users/someone@mail.example?email=someone@mail.example",
                        "Authorization",
                        bearer);
                client.get("/api/v1/users/" + bearer.substring(7), "Authorization", bearer);
                client.get("/nowhere/%0a%7b%22forged%22:1%7d");

                Awaitility.await().until(() -> lines.list.size() == 4);
            } finally {
                logger.detachAppender(lines);
                logger.setLevel(Level.OFF);
            }
            String all =
                    lines.list.stream()
                            .map(line -> line.getFormattedMessage() + line.getKeyValuePairs())
                            .collect(Collectors.joining("\n"));
            assertThat(all)
                    .doesNotContain("secret-1", "mail.example", "eyJ", "Bearer", "\n{")
                    .contains("/confirm-email", "/api/v1/users/**", "user-1", "status=\"400\"");
        }
    }
}
