package dev.lectern.assessment.authoring.domain.imports;

import dev.lectern.assessment.authoring.domain.Question;
import dev.lectern.common.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// What a file of questions holds: the good ones, and every bad line with its reason.
public record Imported(List<Question> questions, List<BadLine> errors) {

    /// @param line where the question begins, counted from 1
    /// @param code what is wrong: that of the question itself, or LINE_UNREADABLE,
    ///   KIND_UNSUPPORTED, WEIGHT_UNSUPPORTED, FORMAT_UNSUPPORTED, CONTROL_CHARACTER
    /// @param detail the same in words
    public record BadLine(int line, String code, String detail) {}

    static Imported nothing() {
        return new Imported(new ArrayList<>(), new ArrayList<>());
    }

    /// Takes the question, or the reason why there is none.
    void take(int line, String source, Supplier<Question> question) {
        try {
            if (source.codePoints().anyMatch(Imported::isForbidden)) {
                throw LineRefused.controlCharacter();
            }
            questions.add(question.get());
        } catch (Refusal refused) {
            errors.add(new BadLine(line, refused.code(), refused.detail()));
        }
    }

    private static boolean isForbidden(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE
                || (Character.isISOControl(codePoint)
                        && codePoint != '\n'
                        && codePoint != '\r'
                        && codePoint != '\t');
    }
}
