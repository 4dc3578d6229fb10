package dev.lectern.enrollment.progress.domain;

import dev.lectern.common.problem.Refusal;

/// Why a reported fact is not believed.
public final class FactRefused extends Refusal {

    private FactRefused(String code, String detail) {
        super(Kind.RULE, code, detail);
    }

    /// The answer when not one fact of a batch was believed: the first reason stands for all.
    public static FactRefused all(String code, String detail) {
        return new FactRefused(code, detail);
    }

    public static FactRefused notEnrolled() {
        return new FactRefused(
                "NOT_ENROLLED", "You were not enrolled in the course of this lesson at that time.");
    }

    /// More was watched than the time allows: at most three times as fast, and one thing at a time.
    static FactRefused fasterThanTime(String detail) {
        return new FactRefused("FASTER_THAN_TIME", detail);
    }

    /// The part that was watched is none of this video.
    static FactRefused beyondDuration(String detail) {
        return new FactRefused("BEYOND_DURATION", detail);
    }

    static FactRefused fromTheFuture() {
        return new FactRefused(
                "FROM_THE_FUTURE", "The fact ends later than now. Check the device's clock.");
    }

    static FactRefused notSelfCompletable(LessonKind kind) {
        return new FactRefused(
                "NOT_SELF_COMPLETABLE",
                "Only an article is done by saying so, not a " + kind + ".");
    }

    static FactRefused locked(PinnedVersion.Lesson first) {
        return new FactRefused("LESSON_LOCKED", "Finish \"" + first.title() + "\" first.");
    }
}
