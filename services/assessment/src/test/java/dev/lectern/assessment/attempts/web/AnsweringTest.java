package dev.lectern.assessment.attempts.web;

import static dev.lectern.assessment.School.ATTEMPTS;
import static dev.lectern.assessment.School.idOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.assessment.AssessmentTest;
import dev.lectern.client.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@AssessmentTest
@SuppressWarnings("NullAway.Init")
class AnsweringTest extends QuizTaking {

    private JsonNode attempt;

    @BeforeEach
    void begin() {
        attempt = school.attempt(leo, published("timeLimitSeconds", 600));
    }

    @Test
    void isKeptForTheNextDeviceAsItIsAcknowledged() {
        var saved = school.choose(leo, attempt, 0, 1, "right");

        var elsewhere = school.read(leo, attempt).json();

        assertThat(saved.status()).isEqualTo(200);
        assertThat(elsewhere.at("/questions/0/answer")).isEqualTo(saved.json());
        assertThat(frozen(elsewhere)).isEqualTo(frozen(attempt));
        assertThat(elsewhere.get("deadlineAt")).isEqualTo(attempt.get("deadlineAt"));
    }

    @Test
    void takesTheNewerAndRefusesTheOlder() {
        school.choose(leo, attempt, 0, 2, "right");

        assertStale(school.choose(leo, attempt, 0, 1, "wrong"));
        assertStale(school.choose(leo, attempt, 0, 2, "wrong"));
        assertThat(school.choose(leo, attempt, 0, 3, "wrong").status()).isEqualTo(200);
    }

    @Test
    void repeatsItselfToADeviceThatDidNotHear() {
        var first = school.choose(leo, attempt, 0, 2, "right");

        var again = school.choose(leo, attempt, 0, 2, "right");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
    }

    @Test
    void refusesWhatTheAttemptDoesNotAskOrOffer() {
        var question = idOf(attempt.at("/questions/0"));
        var nothing = Map.of("optionIds", List.of());

        assertCode(
                "QUESTION_NOT_DRAWN", school.answer(leo, attempt, UUID.randomUUID(), 1, nothing));
        assertCode(
                "OPTION_UNKNOWN",
                school.answer(leo, attempt, question, 1, Map.of("optionIds", List.of("q"))));
        assertCode(
                "RESPONSE_MISMATCH",
                school.answer(leo, attempt, question, 1, Map.of("text", "right")));
        assertThat(answersOf(attempt)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"text\": \"a\", \"value\": 1}",
                "{\"value\": 1e999999999}",
                "{\"optionIds\": [null]}",
                "{\"correct\": true}"
            })
    void refusesWhatIsNoAnswer(String response) {
        var answer =
                school.as(leo)
                        .put(
                                "%s/%s/answers/%s"
                                        .formatted(
                                                ATTEMPTS,
                                                idOf(attempt),
                                                idOf(attempt.at("/questions/0"))),
                                "{\"sequence\": 1, \"response\": " + response + "}");

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void isNobodyElses() {
        for (var other : List.of(school.enroll(course, 1).learner(), course.author())) {
            assertThat(school.read(other, attempt).status()).isEqualTo(404);
            assertThat(school.choose(other, attempt, 0, 1, "right").status()).isEqualTo(404);
            assertThat(school.submit(other, attempt).status()).isEqualTo(404);
        }
    }

    @Test
    void endsWithAccessAndComesBackWithIt() {
        for (var end : List.of(enrolled.suspended(), enrolled.revoked(), enrolled.expired())) {
            hears.of(end);

            assertCode("NOT_ENROLLED", school.read(leo, attempt));
            assertCode("NOT_ENROLLED", school.choose(leo, attempt, 0, 1, "right"));
            assertCode("NOT_ENROLLED", school.submit(leo, attempt));
        }

        hears.of(enrolled.restored());
        assertThat(school.choose(leo, attempt, 0, 1, "right").status()).isEqualTo(200);
    }

    @Test
    void endsByTheClockWhenTheEnrollmentDoes() {
        hears.of(enrolled.grantedUntil(1, clock.instant().plusSeconds(3600)));
        assertThat(school.read(leo, attempt).status()).isEqualTo(200);

        clock.forward(Duration.ofHours(1));

        assertCode("NOT_ENROLLED", school.read(leo, attempt));
    }

    private void assertStale(Answer answer) {
        assertCode("SEQUENCE_STALE", answer);
    }
}
