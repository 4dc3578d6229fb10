package dev.lectern.assessment.attempts.domain;

import static dev.lectern.assessment.Questions.choosing;
import static dev.lectern.assessment.Questions.numeric;
import static dev.lectern.assessment.Questions.right;
import static dev.lectern.assessment.Questions.shortText;
import static dev.lectern.assessment.Questions.single;
import static dev.lectern.assessment.Questions.worth;
import static dev.lectern.assessment.Questions.wrong;
import static dev.lectern.assessment.attempts.domain.AttemptFixtures.NOW;
import static dev.lectern.assessment.attempts.domain.AttemptFixtures.aLearner;
import static dev.lectern.assessment.attempts.domain.AttemptFixtures.aQuiz;
import static dev.lectern.assessment.attempts.domain.AttemptFixtures.anAuthor;
import static dev.lectern.assessment.attempts.domain.AttemptFixtures.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.assessment.authoring.domain.Kind;
import dev.lectern.common.problem.Refusal;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AttemptTest {

    private static final Response SOMETHING = new Response.Words("Nyquist");

    @Nested
    class Starting {

        @Test
        void refusesAQuizThatCannotBeDrawn() {
            assertRefused("QUIZ_UNANSWERABLE", () -> aQuiz().startedBy(aLearner()));
            assertRefused("QUIZ_UNANSWERABLE", () -> aQuiz().startedBy(anAuthor()));
        }

        @Test
        void refusesASecondWhileOneRunsAndNamesIt() {
            var open = new AttemptId(UUID.randomUUID());
            var history = new History(1, null, open);

            assertThatThrownBy(() ->
                            aQuiz().asking(shortText("a")).startedBy(aLearner(), history, NOW))
                    .hasFieldOrPropertyWithValue("code", "ATTEMPT_OPEN")
                    .hasFieldOrPropertyWithValue("extras", Map.of("attemptId", open.value()));
        }

        @Test
        void refusesTheAttemptAfterTheLast() {
            var quiz = aQuiz().asking(shortText("a")).withAttempts(2);

            assertThat(quiz.startedBy(aLearner(), new History(1, NOW, null), NOW).number())
                    .isEqualTo(2);
            assertRefused(
                    "ATTEMPTS_EXHAUSTED",
                    () -> quiz.startedBy(aLearner(), new History(2, NOW, null), NOW));
        }

        @Test
        void refusesTheNextUntilTheCoolDownIsOver() {
            var quiz = aQuiz().asking(shortText("a")).coolingDownFor(60);
            var history = new History(1, NOW, null);

            assertThatThrownBy(() -> quiz.startedBy(aLearner(), history, NOW.plusSeconds(59)))
                    .hasFieldOrPropertyWithValue("code", "COOL_DOWN")
                    .extracting(refused -> ((Refusal) refused).retryAfter())
                    .isEqualTo(Duration.ofSeconds(1));
            quiz.startedBy(aLearner(), history, NOW.plusSeconds(60));
        }

        @Test
        void bindsAnAuthorsPreviewByNeitherCountNorCoolDown() {
            var quiz = aQuiz().asking(shortText("a")).withAttempts(1).coolingDownFor(60);

            var attempt = quiz.startedBy(anAuthor(), new History(9, NOW, null), NOW);

            assertThat(attempt.isPreview()).isTrue();
        }
    }

    @Nested
    class Answering {

        @Test
        void isOpenUntilFiveSecondsAfterTheDeadline() {
            var quiz = aQuiz().asking(shortText("a")).limitedTo(120);
            var attempt = quiz.startedBy(aLearner());

            attempt.accept(quiz.question(0), SOMETHING, NOW.plusMillis(124_999));
            assertRefused(
                    "ATTEMPT_CLOSED",
                    () -> attempt.accept(quiz.question(0), SOMETHING, NOW.plusSeconds(125)));
        }

        @Test
        void neverClosesByItselfWithoutALimit() {
            var quiz = aQuiz().asking(shortText("a"));

            quiz.startedBy(aLearner())
                    .accept(quiz.question(0), SOMETHING, NOW.plus(Duration.ofDays(900)));
        }

        @Test
        void endsWithTheAttempt() {
            var quiz = aQuiz().asking(shortText("a"));
            var attempt = quiz.startedBy(aLearner());

            quiz.grade(attempt, Map.of(), NOW);

            assertRefused("ATTEMPT_CLOSED", () -> attempt.accept(quiz.question(0), SOMETHING, NOW));
        }

        @Test
        void refusesAQuestionThatWasNotDrawn() {
            var attempt = aQuiz().asking(shortText("a")).startedBy(aLearner());

            assertRefused(
                    "QUESTION_NOT_DRAWN", () -> attempt.accept(UUID.randomUUID(), SOMETHING, NOW));
        }

        @Test
        void refusesAnOptionThatIsNotThere() {
            var quiz = aQuiz().asking(single("Which?", "a", "b"));
            var attempt = quiz.startedBy(aLearner());

            assertRefused(
                    "OPTION_UNKNOWN", () -> attempt.accept(quiz.question(0), choice("c"), NOW));
            attempt.accept(quiz.question(0), choice("b"), NOW);
            attempt.accept(quiz.question(0), choice(), NOW);
        }

        @Test
        void refusesAnAnswerOfAnotherKind() {
            var quiz =
                    aQuiz().asking(single("Which?", "a", "b"), numeric("1", "0"), shortText("a"));
            var attempt = quiz.startedBy(aLearner());
            var number = new Response.Value(BigDecimal.ONE);

            assertRefused(
                    "RESPONSE_MISMATCH", () -> attempt.accept(quiz.question(0), SOMETHING, NOW));
            assertRefused(
                    "RESPONSE_MISMATCH",
                    () -> attempt.accept(quiz.question(0), choice("a", "b"), NOW));
            assertRefused(
                    "RESPONSE_MISMATCH", () -> attempt.accept(quiz.question(1), SOMETHING, NOW));
            assertRefused("RESPONSE_MISMATCH", () -> attempt.accept(quiz.question(2), number, NOW));
        }
    }

    @Nested
    class Submitting {

        @Test
        void countsThePointsOfWhatIsRight() {
            var quiz =
                    aQuiz().asking(
                                    worth(3, single("Which?", "a", "b")),
                                    choosing(Kind.MULTIPLE, right("a"), right("b"), wrong("c")),
                                    numeric("3.0", "0.1"),
                                    shortText("Nyquist"));
            var attempt = quiz.startedBy(aLearner());

            var grade =
                    quiz.grade(
                            attempt,
                            Map.of(
                                    quiz.question(0), choice("a"),
                                    quiz.question(1), choice("a"),
                                    quiz.question(2), new Response.Value(new BigDecimal("3.1"))),
                            NOW);

            assertThat(grade.points()).isEqualTo(4);
            assertThat(grade.maxPoints()).isEqualTo(6);
            assertThat(grade.scorePercent()).isEqualTo(66);
        }

        @Test
        void passesFromThePassMarkOn() {
            var quiz = aQuiz().asking(shortText("a"), shortText("b")).passedAt(50);
            var half = Map.<UUID, Response>of(quiz.question(0), new Response.Words("A"));

            assertThat(quiz.grade(quiz.startedBy(aLearner()), half, NOW).passed()).isTrue();
            var harder = quiz.passedAt(51);
            assertThat(harder.grade(harder.startedBy(aLearner()), half, NOW).passed()).isFalse();
        }

        @Test
        void twiceGradesOnce() {
            var quiz = aQuiz().asking(shortText("a"));
            var attempt = quiz.startedBy(aLearner());
            quiz.grade(attempt, Map.of(), NOW);

            var again = attempt.submit(quiz.plan(), quiz.questions(), Map.of(), NOW);

            assertThat(again).isEmpty();
            assertThat(told(attempt)).hasSize(1);
        }

        @Test
        void endsAnOverdueAttemptWhenItsTimeWasOver() {
            var quiz = aQuiz().asking(shortText("a")).limitedTo(60);
            var attempt = quiz.startedBy(aLearner());

            quiz.grade(attempt, Map.of(), NOW.plusSeconds(600));

            assertThat(attempt.submittedAt()).isEqualTo(NOW.plusSeconds(65));
        }
    }

    private static Response choice(String... names) {
        return new Response.Choice(Set.of(names));
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).hasFieldOrPropertyWithValue("code", code);
    }
}
