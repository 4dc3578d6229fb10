package dev.lectern.enrollment.progress.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whether a lesson is open to somebody, rule by rule.
///
/// @param verdict ALLOWED, or the code the refusal carries
public record AccessDecision(String verdict, List<Reason> reasons) {

    private static final String ALLOWED = "ALLOWED";

    /// The rules, in the order they are asked.
    public enum Rule {
        PUBLISHED,
        PREVIEW,
        ENROLLED,
        NOT_EXPIRED,
        SEQUENCE
    }

    /// What one rule said.
    ///
    /// @param rule PUBLISHED, PREVIEW, ENROLLED, NOT_EXPIRED or SEQUENCE: is it published, open to
    ///   everybody, paid for or granted, still in time, and is what comes before it done
    /// @param met whether it lets the learner in
    /// @param detail what to do, null where there is nothing to do
    /// @param lessonId the lesson to finish first, null for every other rule
    public record Reason(Rule rule, boolean met, @Nullable String detail, @Nullable UUID lessonId) {

        static Reason of(Rule rule, boolean met) {
            return new Reason(rule, met, null, null);
        }
    }

    public boolean isAllowed() {
        return verdict.equals(ALLOWED);
    }

    /// Decides for somebody without an enrollment in force: previews alone are open.
    ///
    /// @param hadExpired whether an earlier enrollment ran out
    public static AccessDecision forStranger(PinnedVersion.Lesson lesson, boolean hadExpired) {
        var reasons = new ArrayList<Reason>();
        reasons.add(Reason.of(Rule.PUBLISHED, true));
        reasons.add(Reason.of(Rule.PREVIEW, lesson.preview()));
        if (lesson.preview()) {
            return new AccessDecision(ALLOWED, reasons);
        }
        reasons.add(new Reason(Rule.ENROLLED, false, "Enroll in the course first.", null));
        if (hadExpired) {
            reasons.add(new Reason(Rule.NOT_EXPIRED, false, "The enrollment has ended.", null));
        }
        return new AccessDecision("NOT_ENROLLED", reasons);
    }

    /// Decides for an enrolled learner, by the version they are pinned to.
    public static AccessDecision forLearner(
            PinnedVersion.Lesson lesson, PinnedVersion pinned, Set<UUID> done) {
        var reasons = new ArrayList<Reason>();
        reasons.add(Reason.of(Rule.PUBLISHED, true));
        reasons.add(Reason.of(Rule.ENROLLED, true));
        reasons.add(Reason.of(Rule.NOT_EXPIRED, true));
        var lock = pinned.lockOf(lesson.id(), done);
        if (lock.isPresent() && !lesson.preview()) {
            var first = lock.get();
            reasons.add(
                    new Reason(
                            Rule.SEQUENCE,
                            false,
                            "Finish \"" + first.title() + "\" first.",
                            first.id()));
            return new AccessDecision("LESSON_LOCKED", reasons);
        }
        reasons.add(Reason.of(Rule.SEQUENCE, true));
        return new AccessDecision(ALLOWED, reasons);
    }
}
