package dev.lectern.assessment.authoring.application;

import dev.lectern.assessment.authoring.domain.Kind;
import dev.lectern.assessment.authoring.domain.Question;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A question as its authors see it, key included.
///
/// @param version counts from 1 and grows when the question is written anew
/// @param points what the right answer is worth
/// @param value the right number of a NUMERIC question, null for every other
/// @param tolerance how far off a number may be, null for every other kind
/// @param accepted the right words of a SHORT_TEXT question, in any case and spacing
/// @param feedback what is said once the answer is shown, null for nothing
public record QuestionView(
        UUID id,
        int version,
        Kind kind,
        String text,
        int points,
        List<OptionView> options,
        @Nullable BigDecimal value,
        @Nullable BigDecimal tolerance,
        List<String> accepted,
        List<String> tags,
        @Nullable String feedback) {

    /// Something to choose, as its authors see it.
    ///
    /// @param correct whether it is right
    /// @param feedback what is said to whoever chose it once the answer is shown, null for nothing
    public record OptionView(String text, boolean correct, @Nullable String feedback) {}

    static QuestionView of(UUID id, int version, Question question) {
        return new QuestionView(
                id,
                version,
                question.kind(),
                question.text(),
                question.points(),
                question.options().stream()
                        .map(option ->
                                new OptionView(option.text(), option.correct(), option.feedback()))
                        .toList(),
                question.value(),
                question.tolerance(),
                question.accepted(),
                question.tags(),
                question.feedback());
    }
}
