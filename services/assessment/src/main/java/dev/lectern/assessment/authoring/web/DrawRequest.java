package dev.lectern.assessment.authoring.web;

import dev.lectern.assessment.authoring.domain.Draw;
import dev.lectern.assessment.authoring.domain.Question;
import dev.lectern.assessment.authoring.domain.QuizPlan;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How many questions are taken from where.
///
/// @param bankId a bank of the same course
/// @param count how many
/// @param tag only questions that have it, null for all of the bank
record DrawRequest(
        @NotNull UUID bankId,
        @Positive @Max(QuizPlan.MOST_DRAWN) int count,
        @Nullable @Size(min = 1, max = Question.LONGEST_TAG) String tag) {

    Draw draw() {
        return new Draw(bankId, count, tag);
    }
}
