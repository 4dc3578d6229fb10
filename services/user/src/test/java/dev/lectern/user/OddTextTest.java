package dev.lectern.user;

import static dev.lectern.user.Callers.newKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Client;
import dev.lectern.testing.ServiceTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Text that no keyboard types, wherever text is taken: a clear refusal, never a fault of ours.
@ServiceTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class OddTextTest {

    private static final List<String> ODD =
            List.of("\\u0000", "\\u001b", "\\u009d", "\\ud800", "\\udc00\\ud800");

    @LocalServerPort int port;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PATCH | /api/v1/users/me | {'displayName': 'Ida @'} | /displayName",
                "PATCH | /api/v1/users/me | {'locale': 'en-@'} | /locale",
                "PATCH | /api/v1/users/me | {'timeZone': 'UTC@'} | /timeZone",
                "POST | /api/v1/instructor-applications | {'headline': '@'} | /headline",
                "POST | /api/v1/instructor-applications | {'biography': '@'} | /biography",
                "POST | /api/v1/instructor-applications | {'sampleUrl': 'http://x/@'} | /sampleUrl",
                "POST | /api/v1/admin/instructor-applications/%s/approve | {'note': '@'} | /note",
                "POST | /api/v1/admin/instructor-applications/%s/reject | {'note': '@'} | /note"
            })
    void isRefusedInAnyField(String method, String path, String body, String pointer) {
        for (var odd : ODD) {
            var answer =
                    person().send(
                                    method,
                                    path.formatted(UUID.randomUUID()),
                                    body.replace('\'', '"').replace("@", odd));

            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("CONTROL_CHARACTER");
            assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'email': '@@example.org'} | /email",
                "{'displayName': 'Ida @'} | /displayName",
                "{'locale': 'en-@'} | /locale",
                "{'timeZone': 'UTC@'} | /timeZone"
            })
    void isRefusedFromServicesToo(String body, String pointer) {
        for (var odd : ODD) {
            var answer =
                    new Callers(port)
                            .service()
                            .post(
                                    "/internal/profiles",
                                    body.replace('\'', '"').replaceFirst("@", "\\" + odd));

            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("CONTROL_CHARACTER");
            assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/users/me?x=",
                "/api/v1/instructor-applications?cursor=",
                "/api/v1/admin/instructor-applications?status=",
                "/api/v1/admin/instructor-applications/audit?applicationId="
            })
    void isRefusedInAQueryThatIsNoUtf8(String query) {
        for (var odd : List.of("%ED%A0%80", "%FF")) {
            var answer = person().get(query + odd);

            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("UNKNOWN_PARAMETER");
        }
    }

    private Client person() {
        return new Callers(port)
                .steppedUp(UUID.randomUUID(), "learner", "admin")
                .withKey(newKey())
                .with("If-Match", "\"0\"");
    }
}
