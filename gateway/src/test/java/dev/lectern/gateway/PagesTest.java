package dev.lectern.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.embedded.Ports;
import dev.lectern.gateway.Client.Answer;
import dev.lectern.gateway.problem.Problem;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
    void givesToolsTheDocumentOfEventsAndTheSchemaAnEventNames() {
        Answer document = client.get("/docs/events/asyncapi.yaml");
        Answer schema = client.get("/docs/events/course.published.v1.json");

        assertThat(document.status()).isEqualTo(200);
        assertThat(document.header("Content-Type")).isEqualTo("application/yaml");
        assertThat(document.body()).startsWith("asyncapi: 3.0.0");
        assertThat(schema.status()).isEqualTo(200);
        assertThat(schema.header("Content-Type")).isEqualTo("application/schema+json");
        assertThat(schema.body()).contains("\"$id\" : \"/docs/events/course.published.v1.json\"");
        for (String path : List.of("course.unheard-of.v1.json", "openapi.yaml", "..%2Fx.json")) {
            assertThat(client.get("/docs/events/" + path).status()).as(path).isIn(400, 404);
        }
        assertThat(client.get("/docs/events/course.unheard-of.v1.json").code())
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void showsTheReferenceOnOnePage() {
        Answer page = client.get("/api-docs");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.body())
                .contains(
                        "<article id=\"enrollInRun\">",
                        "<b>POST</b> /api/v1/enrollments",
                        "For anyone signed in.",
                        "Open to anyone.",
                        "Needs a role: admin.",
                        "<code>Idempotency-Key</code>",
                        "<a href=\"#model-EnrollRequest\">EnrollRequest</a>",
                        "&quot;runId&quot;",
                        "<a href=\"/problems/sold-out\"><code>SOLD_OUT</code></a>",
                        "<article id=\"model-EnrollmentView\">")
                .doesNotContain("<script", "/internal/");
    }

    @Test
    void handsTheDocumentToTools() {
        Answer yaml = client.get("/api-docs/openapi.yaml");
        Answer json = client.get("/api-docs/openapi.json");

        assertThat(yaml.header("Content-Type")).isEqualTo("application/yaml");
        assertThat(yaml.body()).startsWith("openapi: 3.1.0");
        assertThat(json.header("Content-Type")).isEqualTo("application/json");
        assertThat(json.json().path("openapi").asString()).isEqualTo("3.1.0");
        assertThat(json.json().path("paths").propertyNames())
                .contains("/api/v1/enrollments", "/bff/session")
                .noneMatch(path -> path.startsWith("/internal"));
        assertThat(client.get("/api-docs/..").status()).isEqualTo(400);
        assertThat(client.get("/api-docs/application.yml").status()).isEqualTo(404);
    }

    @Test
    void explainsACodeWhereTheTypeOfAProblemLeads() {
        Answer page = client.get("/problems/sold-out");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "SOLD_OUT",
                        "HTTP status 409",
                        "Every seat of this run is taken.",
                        "<a href=\"/api-docs#enrollInRun\">");
        assertThat(client.get("/problems").body()).contains("/problems/sold-out");
        assertThat(client.get("/problems/no-such-code").code()).isEqualTo("NOT_FOUND");
        assertThat(client.get("/problems/Sold-Out").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(Problem.class)
    void explainsEveryRefusalOfItsOwn(Problem problem) {
        Answer page =
                client.get(
                        "/problems/" + problem.name().toLowerCase(Locale.ROOT).replace('_', '-'));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("HTTP status " + problem.status().value());
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
