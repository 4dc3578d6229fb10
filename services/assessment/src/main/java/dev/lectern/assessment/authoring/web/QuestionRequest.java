package dev.lectern.assessment.authoring.web;

import dev.lectern.assessment.authoring.domain.Kind;
import dev.lectern.assessment.authoring.domain.Question;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A question with its key. Texts are plain: markup in them is shown as it is written.
///
/// @param text what is asked
/// @param points what the right answer is worth, 1 where absent
/// @param options two or more for SINGLE and MULTIPLE, two for TRUE_FALSE, none for other kinds
/// @param value the right number, for NUMERIC
/// @param tolerance how far off a number may be, 0 where absent
/// @param accepted the right words in any case and spacing, for SHORT_TEXT
/// @param tags by which a quiz can draw
/// @param feedback what is said once the answer is shown
record QuestionRequest(
        @NotNull Kind kind,
        @NotBlank @Size(max = Question.LONGEST_TEXT) String text,
        @Nullable @Positive @Max(Question.MOST_POINTS) Integer points,
        @Nullable @Size(max = Question.MOST_OPTIONS) List<@NotNull @Valid OptionRequest> options,
        @Nullable BigDecimal value,
        @Nullable BigDecimal tolerance,
        @Nullable @Size(max = Question.MOST_ACCEPTED)
                List<@NotBlank @Size(max = Question.LONGEST_ACCEPTED) String> accepted,
        @Nullable @Size(max = Question.MOST_TAGS)
                List<@NotBlank @Size(max = Question.LONGEST_TAG) String> tags,
        @Nullable @Size(max = Question.LONGEST_TEXT) String feedback) {

    /// Something to choose.
    ///
    /// @param correct whether it is right, false where absent
    /// @param feedback what is said to whoever chose it, once the answer is shown
    record OptionRequest(
            @NotBlank @Size(max = Question.LONGEST_OPTION) String text,
            @Nullable Boolean correct,
            @Nullable @Size(max = Question.LONGEST_OPTION) String feedback) {

        Question.Option option() {
            return new Question.Option(text, correct != null && correct, feedback);
        }
    }

    Question question() {
        return new Question(
                kind,
                text,
                points == null ? 1 : points,
                options == null ? List.of() : options.stream().map(OptionRequest::option).toList(),
                value,
                tolerance == null && kind == Kind.NUMERIC ? BigDecimal.ZERO : tolerance,
                accepted == null ? List.of() : accepted,
                tags == null ? List.of() : tags,
                feedback);
    }
}
