package dev.lectern.content.authoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Answer;
import dev.lectern.content.ContentTest;
import dev.lectern.content.Http;
import dev.lectern.testing.identity.TestIdentity;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ContentTest
class PinControllerTest {

    private static final String PIN = "/internal/revisions/pin";

    @Autowired Http http;

    @ParameterizedTest
    @ValueSource(strings = {"learner", "instructor", "moderator", "support", "admin"})
    void isForServicesAlone(String role) {
        var answer = pin(TestIdentity.tokenOf(UUID.randomUUID(), role), "[]");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("FORBIDDEN");
        assertThat(http.anyone().post(PIN, "{}").status()).isEqualTo(401);
    }

    @Test
    void isNotForATokenMeantForAnotherService() {
        assertThat(pin(TestIdentity.serviceTokenFor("course"), "[]").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[null]", "[\"x\"]", "\"x\""})
    void refusesWhatIsNoListOfLessons(String lessons) {
        var answer = pin(TestIdentity.serviceTokenFor("content"), lessons);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID_VALUE");
    }

    private Answer pin(String token, String lessons) {
        return http.anyone()
                .as(token)
                .post(
                        PIN,
                        "{\"courseId\":\"%s\",\"lessonIds\":%s}"
                                .formatted(UUID.randomUUID(), lessons));
    }
}
