package dev.lectern.assessment.attempts.domain;

import dev.lectern.assessment.authoring.domain.QuizPlan;

/// How much a learner is told of an attempt by now.
public enum Disclosure {
    NOTHING,
    SCORE,
    ANSWERS;

    /// The answers are told only once no further attempt can make use of them: after the last one,
    /// and where there is no last one, while none runs.
    public static Disclosure of(Attempt attempt, QuizPlan plan, History history) {
        if (attempt.status() != AttemptStatus.GRADED) {
            return NOTHING;
        }
        return switch (plan.feedback()) {
            case NONE -> NOTHING;
            case SCORE -> SCORE;
            case ANSWERS -> isLast(attempt, plan, history) ? ANSWERS : SCORE;
        };
    }

    private static boolean isLast(Attempt attempt, QuizPlan plan, History history) {
        if (history.open() != null) {
            return false;
        }
        var most = plan.maxAttempts();
        return attempt.isPreview() || most == null || history.made() >= most;
    }
}
