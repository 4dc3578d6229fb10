package dev.lectern.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.testing.ServiceTest;
import dev.lectern.testing.identity.TestIdentity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Who may do what: every role on every endpoint.
@ServiceTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class EndpointRolesTest {

    private static final List<String> CALLERS =
            List.of(
                    "nobody",
                    "forged",
                    "learner",
                    "instructor",
                    "moderator",
                    "support",
                    "admin",
                    "service");

    private static final UUID SOMEBODY = UUID.randomUUID();
    private static final Map<String, String> FORGED = TestIdentity.forgedTokens(SOMEBODY);

    @LocalServerPort int port;

    private record Endpoint(
            String method,
            String path,
            String body,
            int nobody,
            int learner,
            int instructor,
            int moderator,
            int support,
            int admin,
            int service) {

        int expected(String caller) {
            return switch (caller) {
                case "nobody", "forged" -> nobody;
                case "learner" -> learner;
                case "instructor" -> instructor;
                case "moderator" -> moderator;
                case "support" -> support;
                case "admin" -> admin;
                case "service" -> service;
                default -> throw new IllegalArgumentException(caller);
            };
        }
    }

    /// Statuses for: nobody, learner, instructor, moderator, support, admin, service. Where the
    /// right role passes, the thing asked for does not exist or the body is refused: no row
    /// changes.
    private static List<Endpoint> endpoints() {
        var id = UUID.randomUUID();
        var admin = "/api/v1/admin/instructor-applications";
        return List.of(
                row("GET", "/api/v1/users/me", "", 401, 404, 404, 404, 404, 404, 401),
                row("PATCH", "/api/v1/users/me", "{}", 401, 404, 404, 404, 404, 404, 401),
                row("GET", "/internal/profiles/" + id, "", 401, 403, 403, 403, 403, 403, 404),
                row("POST", "/internal/profiles", "{}", 401, 403, 403, 403, 403, 403, 400),
                row(
                        "POST",
                        "/api/v1/instructor-applications",
                        "{\"headline\": \"Waves\", \"biography\": \"I teach.\"}",
                        401,
                        201,
                        409,
                        403,
                        403,
                        403,
                        401),
                row(
                        "GET",
                        "/api/v1/instructor-applications",
                        "",
                        401,
                        200,
                        200,
                        200,
                        200,
                        200,
                        401),
                row(
                        "GET",
                        "/api/v1/instructor-applications/" + id,
                        "",
                        401,
                        404,
                        404,
                        404,
                        404,
                        404,
                        401),
                row("GET", admin, "", 401, 403, 403, 200, 200, 200, 403),
                row("GET", admin + "/" + id, "", 401, 403, 403, 404, 404, 404, 403),
                row("GET", admin + "/audit", "", 401, 403, 403, 403, 403, 200, 403),
                row("POST", admin + "/" + id + "/approve", "{}", 401, 403, 403, 403, 403, 404, 403),
                row("POST", admin + "/" + id + "/reject", "{}", 401, 403, 403, 403, 403, 404, 403));
    }

    private static Endpoint row(
            String method,
            String path,
            String body,
            int nobody,
            int learner,
            int instructor,
            int moderator,
            int support,
            int admin,
            int service) {
        return new Endpoint(
                method,
                path,
                body,
                nobody,
                learner,
                instructor,
                moderator,
                support,
                admin,
                service);
    }

    @TestFactory
    Stream<DynamicTest> answersEveryRoleAsItShould() {
        return endpoints().stream()
                .flatMap(endpoint ->
                        CALLERS.stream()
                                .map(caller ->
                                        DynamicTest.dynamicTest(
                                                endpoint.method()
                                                        + " "
                                                        + endpoint.path()
                                                        + " as "
                                                        + caller,
                                                () -> answers(endpoint, caller))));
    }

    private void answers(Endpoint endpoint, String role) {
        for (var token : tokensOf(role).entrySet()) {
            var client =
                    new Client(port)
                            .withKey(UUID.randomUUID().toString())
                            .with("If-Match", "\"0\"")
                            .with("Step-Up", TestIdentity.stepUpOf(SOMEBODY));
            var caller = token.getValue();

            var answer = send(caller == null ? client : client.as(caller), endpoint);

            assertThat(answer.status()).as(token.getKey()).isEqualTo(endpoint.expected(role));
        }
    }

    private static Answer send(Client client, Endpoint endpoint) {
        return switch (endpoint.method()) {
            case "GET" -> client.get(endpoint.path());
            case "POST" -> client.post(endpoint.path(), endpoint.body());
            case "PATCH" -> client.patch(endpoint.path(), endpoint.body());
            default -> throw new IllegalArgumentException(endpoint.method());
        };
    }

    private static Map<String, @Nullable String> tokensOf(String caller) {
        var tokens = new LinkedHashMap<String, @Nullable String>();
        switch (caller) {
            case "nobody" -> tokens.put(caller, null);
            case "forged" -> tokens.putAll(FORGED);
            case "service" -> tokens.put(caller, TestIdentity.serviceTokenFor("user"));
            default -> tokens.put(caller, TestIdentity.tokenOf(SOMEBODY, caller));
        }
        return tokens;
    }
}
