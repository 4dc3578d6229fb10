package dev.lectern.assessment.attempts.web;

import dev.lectern.assessment.attempts.domain.Response;
import dev.lectern.assessment.authoring.domain.Question;
import dev.lectern.common.problem.GenericRefusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An answer.
///
/// @param sequence counts what the learner's devices answer to this question
record AnswerRequest(@PositiveOrZero long sequence, @NotNull @Valid ResponseRequest response) {

    /// What is answered: one of the three, as the kind of the question asks.
    ///
    /// @param optionIds the options chosen; none takes an earlier choice back
    /// @param value a number
    /// @param text a few words
    record ResponseRequest(
            @Nullable @Size(max = Question.MOST_OPTIONS)
                    List<@NotNull @Size(max = 10) String> optionIds,
            @Nullable BigDecimal value,
            @Nullable @Size(max = Question.LONGEST_ACCEPTED) String text) {

        Response response() {
            if (Stream.of(optionIds, value, text).filter(Objects::nonNull).count() != 1) {
                throw GenericRefusal.invalid("/response", "Give optionIds, value or text.");
            }
            if (optionIds != null) {
                return new Response.Choice(Set.copyOf(optionIds));
            }
            if (text != null) {
                return new Response.Words(text);
            }
            return new Response.Value(reckonable(Objects.requireNonNull(value)));
        }

        private static BigDecimal reckonable(BigDecimal number) {
            if (!Question.isReckonable(number)) {
                throw GenericRefusal.invalid("/response/value", "A number of usual size.");
            }
            return number;
        }
    }
}
