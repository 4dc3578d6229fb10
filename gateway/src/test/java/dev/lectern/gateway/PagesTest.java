package dev.lectern.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.embedded.Ports;
import dev.lectern.gateway.Client.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagesTest {

    private static final TestPlatform PLATFORM = TestPlatform.shared();

    private final Client client = PLATFORM.client();

    @Test
    void showsTheWayInWithoutAnyScript() {
        Answer answer = client.get("/");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.body())
                .contains("/bff/login", "/register", "/api-docs")
                .doesNotContain("<script");
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "style-src 'sha256-", "frame-ancestors 'none'");
    }

    @Test
    void tellsHealthAndNothingElse() {
        assertThat(client.get("/health").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(client.get("/actuator/health").status()).isEqualTo(200);
        for (String path :
                List.of("/actuator", "/actuator/prometheus", "/actuator/info", "/actuator/env")) {
            Answer answer = client.get(path);

            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.code()).isEqualTo("NOT_FOUND");
        }
    }

    @Test
    void listsTheApiDocumentsItWasBuiltWith() {
        Answer index = client.get("/api-docs");
        Answer document = client.get("/api-docs/only-for-tests.json");

        assertThat(index.status()).isEqualTo(200);
        assertThat(index.body())
                .contains(
                        "Only for tests", "GET", "/api/v1/samples/{id}", "Reads &lt;one&gt; sample")
                .doesNotContain("not-about-calls");
        assertThat(document.header("Content-Type")).isEqualTo("application/json");
        assertThat(document.json().path("openapi").asString()).isEqualTo("3.1.0");
        assertThat(client.get("/api-docs/..").status()).isEqualTo(400);
        assertThat(client.get("/api-docs/application.yml").status()).isEqualTo(404);
    }

    @Test
    void refusesOtherMethodsAsAProblem() {
        Answer answer = client.post("/health", "{}");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.code()).isEqualTo("METHOD_NOT_ALLOWED");
    }

    @Test
    void showsMetricsByRouteOnTheManagementPortOnly() {
        int managementPort = Ports.free();
        Client gateway =
                PLATFORM.startReplica(
                        "lectern.limits.factor=10000", "management.server.port=" + managementPort);
        Client management = new Client(managementPort);
        String bearer = "Bearer " + PLATFORM.auth().accessToken("user-1", "learner");

        gateway.get("/api/v1/users/0199a3c0-1f00-7a10-8b00-000000000001", "Authorization", bearer);
        gateway.get("/nowhere/secret-1");

        Answer metrics = management.get("/actuator/prometheus");
        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.body())
                .contains("http_server_requests_seconds_count")
                .contains("uri=\"/api/v1/users/**\"")
                .contains("gateway_rate_limit_decisions_total")
                .contains("resilience4j_circuitbreaker_state")
                .doesNotContain("0199a3c0-1f00", "secret-1");
        assertThat(management.get("/api/v1/users/me", "Authorization", bearer).status())
                .isEqualTo(404);
        assertThat(gateway.get("/actuator/prometheus").status()).isEqualTo(404);
        assertThat(management.get("/actuator/health/readiness").status()).isEqualTo(200);
    }
}
