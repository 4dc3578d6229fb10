package dev.lectern.assessment.attempts.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.lectern.assessment.AssessmentTest;
import dev.lectern.testing.AtOnce;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@AssessmentTest
class SubmittingTest extends QuizTaking {

    @Test
    void gradesWhatWasAnswered() {
        var attempt = school.attempt(leo, published());
        for (var i = 0; i < 4; i++) {
            school.choose(leo, attempt, i, 1, "right");
        }
        school.choose(leo, attempt, 4, 1, "wrong");

        var graded = school.submit(leo, attempt).json();

        assertThat(graded.get("status").asString()).isEqualTo("GRADED");
        assertThat(graded.get("scorePercent").asInt()).isEqualTo(80);
        assertThat(graded.get("passed").asBoolean()).isTrue();
    }

    @Test
    void twiceIsTheSame() {
        var attempt = school.attempt(leo, published());

        var first = school.submit(leo, attempt);
        var second = school.submit(leo, attempt);

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().get("submittedAt")).isEqualTo(first.json().get("submittedAt"));
        assertThat(gradesOf(attempt)).isEqualTo(1);
    }

    @Test
    void endsTheAnswering() {
        var attempt = school.attempt(leo, published());
        school.submit(leo, attempt);

        assertCode("ATTEMPT_CLOSED", school.choose(leo, attempt, 0, 1, "right"));
    }

    @Test
    void countsEveryAnswerThatWasAcknowledgedWhileItRaced() throws Exception {
        var quiz = published();
        for (var round = 0; round < 5; round++) {
            var attempt = school.attempt(leo, quiz);
            var turn = new AtomicInteger();
            var answers =
                    AtOnce.run(
                            6,
                            () -> {
                                var mine = turn.getAndIncrement();
                                return mine == 5
                                        ? school.submit(leo, attempt)
                                        : school.choose(leo, attempt, mine, 1, "right");
                            });

            var saved =
                    answers.stream()
                            .filter(one -> one.status() == 200 && one.json().has("savedAt"))
                            .count();
            var graded = school.read(leo, attempt).json();
            assertThat(graded.get("scorePercent").asLong()).isEqualTo(saved * 20);
        }
    }

    @Test
    void keepsGradesAsTheyWereGiven() {
        var attempt = school.attempt(leo, published());
        school.submit(leo, attempt);

        for (var sql : List.of("update grade set points = 1", "delete from grade")) {
            assertThat(catchThrowable(() -> database.sql(sql).update()))
                    .hasMessageContaining("neither changed nor taken away");
        }
    }
}
