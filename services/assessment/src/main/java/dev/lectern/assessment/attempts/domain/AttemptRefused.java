package dev.lectern.assessment.attempts.domain;

import dev.lectern.assessment.authoring.domain.Readiness;
import dev.lectern.common.problem.Refusal;
import java.time.Duration;

/// Why an attempt does not begin, or does not take an answer.
public final class AttemptRefused extends Refusal {

    private AttemptRefused(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    public static AttemptRefused notEnrolled() {
        return new AttemptRefused(
                Kind.FORBIDDEN, "NOT_ENROLLED", "You are not enrolled in this course.");
    }

    public static AttemptRefused lessonLocked() {
        return new AttemptRefused(Kind.FORBIDDEN, "LESSON_LOCKED", "Another lesson comes first.");
    }

    /// Said to authors who preview; a quiz that is not ready is not published.
    static AttemptRefused notReady(Readiness.Reason reason) {
        return switch (reason.code()) {
            case POOL_TOO_SMALL -> new AttemptRefused(Kind.RULE, "POOL_TOO_SMALL", reason.detail());
            case QUIZ_UNANSWERABLE ->
                    new AttemptRefused(Kind.RULE, "QUIZ_UNANSWERABLE", reason.detail());
        };
    }

    static Refusal alreadyOpen(AttemptId open) {
        return alreadyOpen().with("attemptId", open.value());
    }

    /// As above, for the loser of a race, who cannot see the winner yet.
    public static AttemptRefused alreadyOpen() {
        return new AttemptRefused(
                Kind.CONFLICT, "ATTEMPT_OPEN", "An attempt of yours still runs. Go on with it.");
    }

    static AttemptRefused exhausted(int most) {
        return new AttemptRefused(
                Kind.CONFLICT, "ATTEMPTS_EXHAUSTED", "You have made all " + most + " attempts.");
    }

    static Refusal coolingDown(Duration wait) {
        return new AttemptRefused(
                        Kind.CONFLICT, "COOL_DOWN", "The next attempt can begin a little later.")
                .retryAfter(wait);
    }

    static AttemptRefused closed() {
        return new AttemptRefused(
                Kind.CONFLICT, "ATTEMPT_CLOSED", "The attempt is over and takes no answers.");
    }

    public static AttemptRefused sequenceStale() {
        return new AttemptRefused(
                Kind.CONFLICT, "SEQUENCE_STALE", "A newer answer to this question is saved.");
    }

    static AttemptRefused questionNotDrawn() {
        return new AttemptRefused(
                Kind.RULE, "QUESTION_NOT_DRAWN", "The attempt does not ask this question.");
    }

    static AttemptRefused optionUnknown() {
        return new AttemptRefused(Kind.RULE, "OPTION_UNKNOWN", "The question has no such option.");
    }

    static AttemptRefused responseMismatch(dev.lectern.assessment.authoring.domain.Kind question) {
        return new AttemptRefused(
                Kind.RULE,
                "RESPONSE_MISMATCH",
                "This is no answer to a " + question + " question.");
    }
}
