package dev.lectern.assessment.attempts.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.assessment.AssessmentTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@AssessmentTest
class TimeLimitsTest extends QuizTaking {

    @Test
    void takeNothingAfterTheGraceAndLeaveTheRestToTheServer() {
        var attempt = school.attempt(leo, published("timeLimitSeconds", 60));
        school.choose(leo, attempt, 0, 1, "right");

        clock.forward(Duration.ofSeconds(62));
        assertThat(school.choose(leo, attempt, 1, 1, "right").status()).isEqualTo(200);
        clock.forward(Duration.ofSeconds(4));

        assertCode("ATTEMPT_CLOSED", school.choose(leo, attempt, 2, 1, "right"));
        bringForward(attempt);
        await().atMost(Duration.ofSeconds(30)).until(() -> gradesOf(attempt) == 1);
        var graded = school.read(leo, attempt).json();
        assertThat(graded.get("status").asString()).isEqualTo("GRADED");
        assertThat(graded.get("scorePercent").asInt()).isEqualTo(40);
        assertThat(graded.get("passed").asBoolean()).isFalse();
    }

    @Test
    void readAsClosedUntilTheServerHasGraded() {
        var attempt = school.attempt(leo, published("timeLimitSeconds", 60));

        clock.forward(Duration.ofSeconds(66));

        assertThat(school.read(leo, attempt).text("status")).isEqualTo("SUBMITTED");
    }

    @Test
    void areNotOverBecauseATimerFiresEarly() {
        var attempt = school.attempt(leo, published("timeLimitSeconds", 60));

        bringForward(attempt);

        await().atMost(Duration.ofSeconds(30)).until(() -> waitsForTheEnd(attempt));
        assertThat(school.choose(leo, attempt, 0, 1, "right").status()).isEqualTo(200);
    }

    @Test
    void letTheNextAttemptBeginOnceTheyAreOver() {
        var quiz = published("timeLimitSeconds", 60);
        var first = school.attempt(leo, quiz);

        clock.forward(Duration.ofSeconds(66));

        assertThat(school.start(leo, quiz).status()).isEqualTo(201);
        assertThat(gradesOf(first)).isEqualTo(1);
    }
}
