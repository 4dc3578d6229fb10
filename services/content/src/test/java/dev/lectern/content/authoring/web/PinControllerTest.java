package dev.lectern.content.authoring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.lectern.content.ContentTest;
import dev.lectern.content.Http;
import dev.lectern.testing.identity.TestIdentity;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ContentTest
class PinControllerTest {

    @Autowired Http http;

    @ParameterizedTest
    @ValueSource(strings = {"learner", "instructor", "moderator", "support", "admin"})
    void isForServicesAlone(String role) {
        var answer =
                http.send(aPin("[]"), TestIdentity.tokenOf(UUID.randomUUID(), role));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("FORBIDDEN");
        assertThat(http.send(aPin("[]")).status()).isEqualTo(401);
    }

    @Test
    void isNotForATokenMeantForAnotherService() {
        assertThat(http.send(aPin("[]"), TestIdentity.serviceTokenFor("course")).status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[null]", "[\"x\"]", "\"x\""})
    void refusesWhatIsNoListOfLessons(String lessons) {
        var answer = http.send(aPin(lessons), TestIdentity.serviceTokenFor("content"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID_VALUE");
    }

    @Test
    void namesAnUnknownLesson() {
        var lesson = UUID.randomUUID();
        var answer =
                http.send(
                        aPin("[\"" + lesson + "\"]"), TestIdentity.serviceTokenFor("content"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("REF_BROKEN");
        assertThat(answer.pointers()).containsExactly("/lessonIds/0");
        assertThat(answer.body().toString()).contains(lesson.toString());
    }

    private static MockHttpServletRequestBuilder aPin(String lessons) {
        return post("/internal/revisions/pin")
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                        "{\"courseId\":\"%s\",\"lessonIds\":%s}"
                                .formatted(UUID.randomUUID(), lessons));
    }
}
