package dev.lectern.assessment.authoring.web;

import dev.lectern.assessment.authoring.domain.FeedbackRule;
import dev.lectern.assessment.authoring.domain.QuizPlan;
import dev.lectern.assessment.authoring.domain.Scoring;
import dev.lectern.common.web.Sent;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is absent stays. A limit is lifted by null; what a quiz cannot be without refuses it.
///
/// @param title what it is called
/// @param draws where its questions come from, all of them anew
/// @param timeLimitSeconds null lifts the limit
/// @param maxAttempts how many attempts a learner has; null lifts the limit
/// @param coolDownSeconds between the end of an attempt and the start of the next
/// @param passPercent from which score on an attempt is passed
/// @param scoring what counts of several attempts
/// @param shuffle whether questions and options come in another order each time
/// @param feedback what learners are told of a graded attempt
record ChangeQuizRequest(
        @Nullable Sent<@Size(max = QuizPlan.LONGEST_TITLE) @Pattern(regexp = "(?s).*\\S.*") String>
                title,
        @Nullable Sent<@Size(max = QuizPlan.MOST_DRAWS) List<@NotNull @Valid DrawRequest>> draws,
        @Nullable Sent<@Min(QuizPlan.LEAST_TIME_LIMIT) @Max(QuizPlan.LONGEST_TIME) Integer>
                timeLimitSeconds,
        @Nullable Sent<@Positive @Max(QuizPlan.MOST_ATTEMPTS) Integer> maxAttempts,
        @Nullable Sent<@PositiveOrZero @Max(QuizPlan.LONGEST_TIME) Integer> coolDownSeconds,
        @Nullable Sent<@Min(0) @Max(100) Integer> passPercent,
        @Nullable Sent<Scoring> scoring,
        @Nullable Sent<Boolean> shuffle,
        @Nullable Sent<FeedbackRule> feedback) {

    QuizPlan applyTo(QuizPlan now) {
        var next = Sent.orLeave(draws, "/draws");
        return new QuizPlan(
                Sent.orRefused(title, now.title(), "/title"),
                next == null ? now.draws() : next.stream().map(DrawRequest::draw).toList(),
                Sent.or(timeLimitSeconds, now.timeLimitSeconds()),
                Sent.or(maxAttempts, now.maxAttempts()),
                Sent.orRefused(coolDownSeconds, now.coolDownSeconds(), "/coolDownSeconds"),
                Sent.orRefused(passPercent, now.passPercent(), "/passPercent"),
                Sent.orRefused(scoring, now.scoring(), "/scoring"),
                Sent.orRefused(shuffle, now.shuffle(), "/shuffle"),
                Sent.orRefused(feedback, now.feedback(), "/feedback"));
    }
}
