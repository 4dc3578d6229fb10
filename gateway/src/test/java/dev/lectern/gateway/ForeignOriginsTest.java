package dev.lectern.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.gateway.Client.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who may call from another site.
class ForeignOriginsTest {

    private static final TestPlatform PLATFORM = TestPlatform.behindAProxy();

    private final Client client = PLATFORM.client();
    private final String bearer = "Bearer " + PLATFORM.auth().accessToken("user-1", "learner");

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
                Answer answer = client.post(path, "{}", "Origin", origin, "Authorization", bearer);

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
        Answer permission = preflight(TestPlatform.FRIEND);
        Answer write =
                client.post(
                        "/api/v1/courses",
                        "{}",
                        "Origin",
                        TestPlatform.FRIEND,
                        "Authorization",
                        bearer);

        assertThat(permission.status()).isEqualTo(200);
        assertThat(permission.header("Access-Control-Allow-Origin")).isEqualTo(TestPlatform.FRIEND);
        assertThat(permission.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(write.status()).isEqualTo(200);
        assertThat(write.header("Access-Control-Allow-Origin")).isEqualTo(TestPlatform.FRIEND);
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
