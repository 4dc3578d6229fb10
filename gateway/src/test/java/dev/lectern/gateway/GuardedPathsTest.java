package dev.lectern.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A guard holds for whatever a path decodes to. How the limits hold is said in [LimitsTest].
class GuardedPathsTest {

    private static final TestPlatform PLATFORM = TestPlatform.shared();
    private static final String ADMIN = "Bearer " + PLATFORM.auth().accessToken("admin-1", "admin");
    private static final String LEARNER =
            "Bearer " + PLATFORM.auth().accessToken("user-1", "learner");

    private final Client client = PLATFORM.client();

    @BeforeEach
    void forgetWhatWasReceived() {
        TestPlatform.segments().keySet().forEach(name -> PLATFORM.service(name).forget());
    }

    static List<String> management() {
        return Spellings.of("/actuator/prometheus");
    }

    @ParameterizedTest
    @MethodSource("management")
    void showNoMetrics(String path) {
        String answer = answerTo(path, ADMIN);

        assertThat(answer).matches("(?s)HTTP/1.1 40[04].*").doesNotContain("# HELP");
    }

    @ParameterizedTest
    @MethodSource("settings")
    void showNothingElseOfTheManagement(String path) {
        assertThat(answerTo(path, ADMIN)).matches("(?s)HTTP/1.1 40[04].*");
    }

    static List<String> settings() {
        return Spellings.of("/actuator/info");
    }

    @ParameterizedTest
    @MethodSource("internals")
    void leadToNoInternalResource(String path) {
        assertThat(answerTo(path, ADMIN)).matches("(?s)HTTP/1.1 40[034].*");
        assertThatNobodyWasAsked();
    }

    static List<String> internals() {
        return Spellings.of("/internal/holds");
    }

    @ParameterizedTest
    @MethodSource("admins")
    void leadALearnerToNoAdminResource(String path) {
        assertThat(answerTo(path, LEARNER)).matches("(?s)HTTP/1.1 40[034].*");
        assertThatNobodyWasAsked();
    }

    static List<String> admins() {
        return Spellings.of("/api/v1/admin/courses");
    }

    @ParameterizedTest
    @MethodSource("resources")
    void leadNobodyToAResourceWithoutAToken(String path) {
        assertThat(answerTo(path, "")).matches("(?s)HTTP/1.1 40[014].*");
        assertThatNobodyWasAsked();
    }

    static List<String> resources() {
        return Spellings.of("/api/v1/users/me");
    }

    @Test
    void areKeptByNobodyWhoGetsAnAnswerMadeForOneCaller() {
        for (String path : List.of("/bff/session", "/%62ff/session", "/b%66f/%73ession")) {
            assertThat(client.get(path).header("Cache-Control")).as(path).isEqualTo("no-store");
        }
        assertThat(
                        client.get("/%61pi/v1/users/me", "Authorization", LEARNER)
                                .header("Cache-Control"))
                .isEqualTo("no-store");
    }

    private String answerTo(String path, String authorization) {
        String head =
                """
                GET %s HTTP/1.1
                Host: localhost
                Connection: close
                """
                        .formatted(path);
        return client.raw(
                authorization.isEmpty() ? head : head + "Authorization: " + authorization, "");
    }

    private static void assertThatNobodyWasAsked() {
        TestPlatform.segments().keySet().stream()
                .map(PLATFORM::service)
                .forEach(service ->
                        assertThat(service.received())
                                .filteredOn(request -> !request.uri().startsWith("/oauth2/jwks"))
                                .as(service.name())
                                .isEmpty());
    }
}
