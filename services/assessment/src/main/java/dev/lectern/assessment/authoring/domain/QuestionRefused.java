package dev.lectern.assessment.authoring.domain;

import dev.lectern.common.problem.Refusal;
import java.util.List;

/// Why a question is none.
public final class QuestionRefused extends Refusal {

    private QuestionRefused(String code, String detail) {
        super(Kind.RULE, code, detail);
    }

    static QuestionRefused noCorrectOption() {
        return new QuestionRefused(
                "NO_CORRECT_OPTION", "No option is correct. Mark the one that is.");
    }

    static QuestionRefused invalid(String pointer, String detail) {
        var refused =
                new QuestionRefused("QUESTION_INVALID", "The question cannot be asked: " + detail);
        refused.because(List.of(new Fault("QUESTION_INVALID", pointer, detail)));
        return refused;
    }
}
