package dev.lectern.assessment.authoring.domain;

import static dev.lectern.assessment.Questions.choosing;
import static dev.lectern.assessment.Questions.numeric;
import static dev.lectern.assessment.Questions.right;
import static dev.lectern.assessment.Questions.shortText;
import static dev.lectern.assessment.Questions.worth;
import static dev.lectern.assessment.Questions.wrong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class QuestionTest {

    @ParameterizedTest
    @EnumSource(names = {"SINGLE", "MULTIPLE", "TRUE_FALSE"})
    void refusesOptionsOfWhichNoneIsCorrect(Kind kind) {
        assertRefused("NO_CORRECT_OPTION", () -> choosing(kind, wrong("a"), wrong("b")));
    }

    @ParameterizedTest
    @EnumSource(names = {"SINGLE", "TRUE_FALSE"})
    void refusesTwoCorrectOptionsWhereOneIsChosen(Kind kind) {
        assertInvalid(() -> choosing(kind, right("a"), right("b")));
    }

    @Test
    void takesSeveralCorrectOptionsWhereSeveralAreChosen() {
        assertThat(choosing(Kind.MULTIPLE, right("a"), right("b")).options()).hasSize(2);
    }

    @Test
    void refusesFewerThanTwoOptions() {
        assertInvalid(() -> choosing(Kind.SINGLE, right("a")));
    }

    @Test
    void refusesThreeTruths() {
        assertInvalid(() -> choosing(Kind.TRUE_FALSE, right("a"), wrong("b"), wrong("c")));
    }

    @Test
    void refusesTwoOptionsThatSayTheSame() {
        assertInvalid(() -> choosing(Kind.SINGLE, right("8 kHz"), wrong(" 8  KHZ")));
    }

    @Test
    void refusesWhatBelongsToAnotherKind() {
        assertInvalid(() ->
                new Question(
                        Kind.SHORT_TEXT,
                        "Who?",
                        1,
                        List.of(right("a"), wrong("b")),
                        null,
                        null,
                        List.of("Nyquist"),
                        List.of(),
                        null));
        assertInvalid(() ->
                new Question(
                        Kind.SHORT_TEXT,
                        "Who?",
                        1,
                        List.of(),
                        BigDecimal.ONE,
                        null,
                        List.of("Nyquist"),
                        List.of(),
                        null));
    }

    @Test
    void refusesPointsThatCannotBeReckonedWith() {
        assertInvalid(() -> worth(0, shortText("a")));
        assertInvalid(() -> worth(1_001, shortText("a")));
    }

    @Test
    void keepsMarkupAsTheTextItIs() {
        assertThat(
                        choosing(Kind.SINGLE, right("<b>"), wrong("<script>alert(1)</script>"))
                                .options())
                .extracting(Question.Option::text)
                .containsExactly("<b>", "<script>alert(1)</script>");
    }

    @Nested
    class Numbers {

        @ParameterizedTest
        @CsvSource({
            "2.95, true",
            "3.05, true",
            "3.0500001, false",
            "2.9499999, false",
            "-3, false"
        })
        void areRightWithinTheTolerance(BigDecimal given, boolean near) {
            assertThat(numeric("3.00", "0.05").isNear(given)).isEqualTo(near);
        }

        @Test
        void areExactWithoutTolerance() {
            assertThat(numeric("0.1", "0").isNear(new BigDecimal("0.10"))).isTrue();
            assertThat(numeric("0.1", "0").isNear(new BigDecimal("0.1000000001"))).isFalse();
        }

        @Test
        void refuseAToleranceBelowZeroOrNone() {
            assertInvalid(() -> numeric("1", "-0.1"));
        }

        @Test
        void refuseToBeSoLargeThatAddingThemTakesMinutes() {
            assertInvalid(() -> numeric("1e999999999", "0"));
            assertInvalid(() -> numeric("1e-999999999", "0"));
        }
    }

    @Nested
    class Words {

        @ParameterizedTest
        @CsvSource({
            "Nyquist, true",
            "' nyquist ', true",
            "Harry   Nyquist, true",
            "Nyquis, false",
            "'', false"
        })
        void areAcceptedInAnyCaseAndSpacing(String given, boolean accepted) {
            assertThat(shortText("Nyquist", "harry nyquist").isAccepted(given)).isEqualTo(accepted);
        }

        @Test
        void mustBeSome() {
            assertInvalid(() -> shortText());
        }
    }

    private static void assertInvalid(ThrowingCallable making) {
        assertRefused("QUESTION_INVALID", making);
    }

    private static void assertRefused(String code, ThrowingCallable making) {
        assertThatThrownBy(making).hasFieldOrPropertyWithValue("code", code);
    }
}
