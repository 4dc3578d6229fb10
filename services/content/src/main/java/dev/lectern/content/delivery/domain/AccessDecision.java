package dev.lectern.content.delivery.domain;

import dev.lectern.content.delivery.domain.PublishedVersion.Lesson;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whether a published lesson is open to somebody, rule by rule. Enrollment explains the same rules
/// to whoever asks; here they are applied, from this service's own copies.
public record AccessDecision(Verdict verdict, List<Reason> reasons) {

    public AccessDecision {
        reasons = List.copyOf(reasons);
    }

    /// What came of it; a refusal carries the name as its code.
    public enum Verdict {
        ALLOWED,
        NOT_ENROLLED,
        LESSON_LOCKED
    }

    /// The rules, in the order they are asked.
    public enum Rule {
        PUBLISHED,
        PREVIEW,
        ENROLLED,
        NOT_EXPIRED,
        SEQUENCE
    }

    /// What one rule said; `lessonId` is the lesson to finish first.
    public record Reason(Rule rule, boolean met, @Nullable String detail, @Nullable UUID lessonId) {

        static Reason met(Rule rule) {
            return new Reason(rule, true, null, null);
        }

        static Reason unmet(Rule rule, @Nullable String detail) {
            return new Reason(rule, false, detail, null);
        }
    }

    /// Decides for one lesson of the version that is shown to this person.
    public static AccessDecision of(Lesson lesson, PublishedVersion version, Standing standing) {
        return switch (standing) {
            case Standing.Learner learner -> forLearner(lesson, version, learner);
            case Standing.Member _ -> allowed(Reason.met(Rule.PUBLISHED));
            case Standing.Former _ ->
                    withoutEnrollment(
                            lesson,
                            Reason.unmet(Rule.ENROLLED, "Enroll in the course again."),
                            Reason.unmet(Rule.NOT_EXPIRED, "The enrollment has ended."));
            case Standing.Suspended _ ->
                    withoutEnrollment(
                            lesson, Reason.unmet(Rule.ENROLLED, "The enrollment is suspended."));
            case Standing.Stranger _ ->
                    withoutEnrollment(
                            lesson, Reason.unmet(Rule.ENROLLED, "Enroll in the course first."));
        };
    }

    /// Ends here with a refusal unless the lesson is open.
    public void requireAllowed() {
        switch (verdict) {
            case ALLOWED -> {}
            case NOT_ENROLLED -> throw LessonRefused.notEnrolled(reasons);
            case LESSON_LOCKED -> throw LessonRefused.locked(reasons);
        }
    }

    private static AccessDecision forLearner(
            Lesson lesson, PublishedVersion version, Standing.Learner learner) {
        var enrolled = Stream.of(Rule.PUBLISHED, Rule.ENROLLED, Rule.NOT_EXPIRED).map(Reason::met);
        var lock = version.lockOf(lesson, learner.done());
        if (lock.isEmpty() || lesson.preview()) {
            return new AccessDecision(
                    Verdict.ALLOWED,
                    Stream.concat(enrolled, Stream.of(Reason.met(Rule.SEQUENCE))).toList());
        }
        var first = lock.get();
        var locked =
                new Reason(
                        Rule.SEQUENCE,
                        false,
                        "Finish \"" + first.title() + "\" first.",
                        first.id());
        return new AccessDecision(
                Verdict.LESSON_LOCKED, Stream.concat(enrolled, Stream.of(locked)).toList());
    }

    private static AccessDecision withoutEnrollment(Lesson lesson, Reason... unmet) {
        if (lesson.preview()) {
            return allowed(Reason.met(Rule.PUBLISHED), Reason.met(Rule.PREVIEW));
        }
        var published = Stream.of(Reason.met(Rule.PUBLISHED), Reason.unmet(Rule.PREVIEW, null));
        return new AccessDecision(
                Verdict.NOT_ENROLLED, Stream.concat(published, Stream.of(unmet)).toList());
    }

    private static AccessDecision allowed(Reason... reasons) {
        return new AccessDecision(Verdict.ALLOWED, List.of(reasons));
    }
}
