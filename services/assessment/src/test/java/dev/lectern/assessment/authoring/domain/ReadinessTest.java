package dev.lectern.assessment.authoring.domain;

import static dev.lectern.assessment.Pools.drawing;
import static dev.lectern.assessment.Pools.questions;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReadinessTest {

    @Test
    void isGivenWhenEveryPoolHasEnough() {
        assertThat(Readiness.reasonsAgainst(List.of(drawing(5, questions(5))))).isEmpty();
    }

    @Test
    void isRefusedToAPoolThatIsTooSmall() {
        var reasons = Readiness.reasonsAgainst(List.of(drawing(5, questions(4))));

        assertThat(reasons)
                .singleElement()
                .isEqualTo(
                        new Readiness.Reason(
                                Readiness.Code.POOL_TOO_SMALL,
                                "The quiz draws 5 questions, the bank has 4."));
    }

    @Test
    void isRefusedToAQuizThatDrawsNothing() {
        assertThat(Readiness.reasonsAgainst(List.of()))
                .extracting(Readiness.Reason::code)
                .containsExactly(Readiness.Code.QUIZ_UNANSWERABLE);
    }

    @Test
    void countsAQuestionOnceWherePoolsOverlap() {
        var all = questions(5);

        assertThat(
                        Readiness.reasonsAgainst(
                                List.of(drawing(3, all), drawing(2, all.subList(0, 2)))))
                .isEmpty();
        assertThat(
                        Readiness.reasonsAgainst(
                                List.of(drawing(4, all), drawing(2, all.subList(0, 2)))))
                .hasSize(1);
    }
}
