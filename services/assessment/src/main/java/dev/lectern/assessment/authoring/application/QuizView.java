package dev.lectern.assessment.authoring.application;

import dev.lectern.assessment.authoring.domain.FeedbackRule;
import dev.lectern.assessment.authoring.domain.QuizPlan;
import dev.lectern.assessment.authoring.domain.Readiness.Code;
import dev.lectern.assessment.authoring.domain.Readiness.Reason;
import dev.lectern.assessment.authoring.domain.Scoring;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A quiz as its authors see it.
///
/// @param edition counts what its authors wrote from 1; it is the ETag
/// @param timeLimitSeconds null for no limit
/// @param maxAttempts how many attempts a learner has, null for no limit
/// @param coolDownSeconds between the end of an attempt and the start of the next
/// @param passPercent from which score on an attempt is passed
/// @param scoring what counts of several attempts
/// @param shuffle whether questions and options come in another order each time
/// @param feedback what learners are told of a graded attempt
/// @param ready whether a course that shows it can be published
/// @param reasons why it is not ready
public record QuizView(
        UUID id,
        UUID courseId,
        int edition,
        String title,
        List<DrawView> draws,
        @Nullable Integer timeLimitSeconds,
        @Nullable Integer maxAttempts,
        int coolDownSeconds,
        int passPercent,
        Scoring scoring,
        boolean shuffle,
        FeedbackRule feedback,
        boolean ready,
        List<ReasonView> reasons) {

    /// How many questions are taken from where.
    ///
    /// @param count how many
    /// @param tag only questions that have it, null for all of the bank
    public record DrawView(UUID bankId, int count, @Nullable String tag) {}

    /// Why a quiz is not ready.
    public record ReasonView(Code code, String detail) {}

    static QuizView of(UUID id, UUID course, int edition, QuizPlan plan, List<Reason> reasons) {
        return new QuizView(
                id,
                course,
                edition,
                plan.title(),
                plan.draws().stream()
                        .map(draw -> new DrawView(draw.bankId(), draw.count(), draw.tag()))
                        .toList(),
                plan.timeLimitSeconds(),
                plan.maxAttempts(),
                plan.coolDownSeconds(),
                plan.passPercent(),
                plan.scoring(),
                plan.shuffle(),
                plan.feedback(),
                reasons.isEmpty(),
                reasons.stream()
                        .map(reason -> new ReasonView(reason.code(), reason.detail()))
                        .toList());
    }
}
