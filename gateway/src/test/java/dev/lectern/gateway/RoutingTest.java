package dev.lectern.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.gateway.Client.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RoutingTest {

    private static final TestPlatform PLATFORM = TestPlatform.shared();
    private static String token;
    private static String adminToken;

    private final Client client = PLATFORM.client();

    @BeforeAll
    static void tokens() {
        token = "Bearer " + PLATFORM.auth().accessToken("user-1", "learner");
        adminToken = "Bearer " + PLATFORM.auth().accessToken("admin-1", "admin");
    }

    @Test
    void sendsEverySegmentToTheServiceThatListsIt() {
        TestPlatform.segments()
                .forEach((service, segments) ->
                        segments.forEach(segment -> {
                            String path = "/api/v1/" + segment + "/1?a=b%20c";
                            Answer answer = client.get(path, "Authorization", token);

                            assertThat(answer.status()).as(path).isEqualTo(200);
                            assertThat(PLATFORM.service(service).last().uri()).isEqualTo(path);
                        }));
    }

    @Test
    void sendsAdminResourcesToTheOwnerOfTheResource() {
        Answer answer =
                client.get("/api/v1/admin/courses?status=SUBMITTED", "Authorization", adminToken);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(PLATFORM.service("course").last().uri())
                .isEqualTo("/api/v1/admin/courses?status=SUBMITTED");
    }

    @Test
    void knowsNothingBehindAnUnlistedSegment() {
        for (String path :
                List.of("/api/v1/nothing", "/api/v1", "/api/v2/users", "/nowhere", "/api")) {
            Answer answer = client.get(path);

            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.code()).isEqualTo("NOT_FOUND");
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        }
    }

    @Test
    void writesProblemsWithEverythingAClientNeeds() {
        Answer answer = client.get("/api/v1/nothing?secret=1");

        assertThat(answer.json().path("type").asString()).isEqualTo("/problems/not-found");
        assertThat(answer.json().path("status").asInt()).isEqualTo(404);
        assertThat(answer.json().path("title").asString()).isNotBlank();
        assertThat(answer.json().path("instance").asString()).isEqualTo("/api/v1/nothing");
        assertThat(answer.json().path("retryable").asBoolean()).isFalse();
        assertThat(answer.json().path("traceId").asString()).matches("[0-9a-f]{32}");
    }

    @Test
    void refusesInternalPathsToEverybody() {
        PLATFORM.service("enrollment").forget();

        assertThat(client.get("/internal/holds").status()).isEqualTo(401);
        assertThat(client.get("/internal/holds", "Authorization", adminToken).status())
                .isEqualTo(403);
        assertThat(client.get("/api/v1/internal/holds", "Authorization", adminToken).status())
                .isEqualTo(404);
        assertThat(PLATFORM.service("enrollment").received()).isEmpty();
    }

    @Test
    void showsThePagesOfServicesWithoutAToken() {
        assertThat(client.get("/verify/ABC-123").status()).isEqualTo(200);
        assertThat(PLATFORM.service("certificate").last().uri()).isEqualTo("/verify/ABC-123");

        assertThat(client.get("/.well-known/did.json").status()).isEqualTo(200);
        assertThat(PLATFORM.service("certificate").last().uri()).isEqualTo("/.well-known/did.json");

        assertThat(client.get("/login").status()).isEqualTo(200);
        assertThat(client.get("/.well-known/openid-configuration").status()).isEqualTo(200);
        assertThat(PLATFORM.auth().last().uri()).isEqualTo("/.well-known/openid-configuration");
    }

    @Test
    void letsMailboxesUnsubscribeWithoutATokenOrAForm() {
        Answer answer =
                client.post(
                        "/unsubscribe?token=a.B.c",
                        "List-Unsubscribe=One-Click",
                        "Content-Type",
                        "application/x-www-form-urlencoded");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(PLATFORM.service("notification").last().uri())
                .isEqualTo("/unsubscribe?token=a.B.c");
    }

    @Test
    void tellsServicesTheHostTheBrowserAskedFor() {
        client.get("/login");

        Map<String, List<String>> headers = PLATFORM.auth().last().headers();
        assertThat(headers.get("Host")).containsExactly("localhost:" + client.port());
        assertThat(headers.get("X-Forwarded-Host")).containsExactly("localhost:" + client.port());
        assertThat(headers.get("X-Forwarded-Proto")).containsExactly("http");
    }

    @Test
    void passesAnswersOfServicesOnAsTheyAre() {
        PLATFORM.service("course")
                .answers(
                        "/api/v1/courses/conflict",
                        exchange -> {
                            exchange.getResponseHeaders().set("ETag", "\"7\"");
                            StubServer.respond(
                                    exchange,
                                    409,
                                    "application/problem+json",
                                    "{\"code\":\"NOT_SUBMITTED\"}");
                        });

        Answer answer =
                client.post(
                        "/api/v1/courses/conflict",
                        "{\"a\":1}",
                        "Authorization",
                        token,
                        "Idempotency-Key",
                        "k-1",
                        "If-Match",
                        "\"6\"");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("NOT_SUBMITTED");
        assertThat(answer.header("ETag")).isEqualTo("\"7\"");
        assertThat(PLATFORM.service("course").last().body()).isEqualTo("{\"a\":1}");
        assertThat(PLATFORM.service("course").last().header("Idempotency-Key"))
                .containsExactly("k-1");
        assertThat(PLATFORM.service("course").last().header("If-Match")).containsExactly("\"6\"");
    }

    @Test
    void believesNoProxyUnlessToldTo() {
        client.get(
                "/api/v1/users/me",
                "Authorization",
                token,
                "X-Forwarded-For",
                "203.0.113.9",
                "X-Forwarded-Host",
                "evil.example");

        assertThat(PLATFORM.service("user").last().header("X-Forwarded-For"))
                .containsExactly("127.0.0.1");
        assertThat(PLATFORM.service("user").last().header("X-Forwarded-Host"))
                .containsExactly("localhost:" + client.port());
    }
}
