package dev.lectern.assessment.authoring.web;

import dev.lectern.assessment.authoring.domain.FeedbackRule;
import dev.lectern.assessment.authoring.domain.QuizPlan;
import dev.lectern.assessment.authoring.domain.Scoring;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A quiz as it is first written.
///
/// @param draws where its questions come from, 200 in all at most
/// @param timeLimitSeconds null for no limit
/// @param maxAttempts how many attempts a learner has, null for no limit
/// @param coolDownSeconds between the end of an attempt and the start of the next, 0 where absent
/// @param passPercent from which score on an attempt is passed
/// @param scoring what counts of several attempts
/// @param shuffle whether questions and options come in another order each time, true where absent
/// @param feedback what learners are told of a graded attempt: nothing, the score, or also the
///   answers once no further attempt can make use of them
record QuizRequest(
        @NotNull UUID courseId,
        @NotBlank @Size(max = QuizPlan.LONGEST_TITLE) String title,
        @NotNull @Size(max = QuizPlan.MOST_DRAWS) List<@NotNull @Valid DrawRequest> draws,
        @Nullable @Min(QuizPlan.LEAST_TIME_LIMIT) @Max(QuizPlan.LONGEST_TIME)
                Integer timeLimitSeconds,
        @Nullable @Positive @Max(QuizPlan.MOST_ATTEMPTS) Integer maxAttempts,
        @Nullable @PositiveOrZero @Max(QuizPlan.LONGEST_TIME) Integer coolDownSeconds,
        @NotNull @Min(0) @Max(100) Integer passPercent,
        @NotNull Scoring scoring,
        @Nullable Boolean shuffle,
        @NotNull FeedbackRule feedback) {

    QuizPlan plan() {
        return new QuizPlan(
                title,
                draws.stream().map(DrawRequest::draw).toList(),
                timeLimitSeconds,
                maxAttempts,
                coolDownSeconds == null ? 0 : coolDownSeconds,
                passPercent,
                scoring,
                shuffle == null || shuffle,
                feedback);
    }
}
