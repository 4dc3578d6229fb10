package dev.lectern.enrollment.progress.domain;

import dev.lectern.enrollment.progress.domain.PinnedVersion.Lesson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.test.util.ReflectionTestUtils;

/// Lessons and a learner in the words of the rules.
final class ProgressFixtures {

    static final Instant GRANTED = Instant.parse("2026-10-01T08:00:00Z");
    static final Instant NOW = Instant.parse("2026-10-02T09:15:00Z");

    private ProgressFixtures() {}

    static Lesson anArticle() {
        return lesson(LessonKind.ARTICLE, true, 0);
    }

    static Lesson anOptionalArticle() {
        return lesson(LessonKind.ARTICLE, false, 0);
    }

    static Lesson aVideoOf(int seconds) {
        return lesson(LessonKind.VIDEO, true, seconds);
    }

    static Lesson aQuiz() {
        return lesson(LessonKind.QUIZ, true, 0);
    }

    static ALearner aLearnerOf(Lesson... lessons) {
        return new ALearner(new PinnedVersion(false, List.of(lessons), null));
    }

    private static Lesson lesson(LessonKind kind, boolean required, int seconds) {
        return new Lesson(
                UUID.randomUUID(),
                "A lesson",
                kind,
                required,
                false,
                seconds,
                kind == LessonKind.QUIZ ? UUID.randomUUID() : null);
    }

    /// A learner with one device that reports what they do, one thing after the other.
    static final class ALearner {

        private final UUID device = UUID.randomUUID();
        private final CourseProgress progress =
                CourseProgress.atTheStart(
                        UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), 1);
        private final List<Fact> facts = new ArrayList<>();
        private PinnedVersion version;
        private long sequence;
        private Instant clock = GRANTED;

        ALearner(PinnedVersion version) {
            this.version = version;
        }

        ALearner oneAfterTheOther() {
            version = new PinnedVersion(true, version.lessons(), version.completion());
            return this;
        }

        ALearner completingWith(int least, Lesson quiz) {
            version =
                    new PinnedVersion(
                            version.sequential(),
                            version.lessons(),
                            new PinnedVersion.Completion(quizOf(quiz), least));
            return this;
        }

        void passes(Lesson quiz, int percent) {
            progress.grade(quizOf(quiz), percent, true, version, NOW);
        }

        void fails(Lesson quiz, int percent) {
            progress.grade(quizOf(quiz), percent, false, version, NOW);
        }

        private static UUID quizOf(Lesson quiz) {
            return Objects.requireNonNull(quiz.quizId());
        }

        void opens(Lesson lesson) {
            report(FactType.OPENED, lesson, null, null, clock, clock);
        }

        void completes(Lesson lesson) {
            report(FactType.COMPLETED, lesson, null, null, clock, clock);
        }

        void completesAt(Lesson lesson, Instant at) {
            report(FactType.COMPLETED, lesson, null, null, at, at);
        }

        void watches(Lesson lesson, int from, int to) {
            watchesWithin(lesson, from, to, Duration.ofSeconds(to - from));
        }

        void watchesWithin(Lesson lesson, int from, int to, Duration time) {
            report(FactType.WATCHED, lesson, from, to, clock, clock.plus(time));
            clock = clock.plus(time);
        }

        void watchesAt(Lesson lesson, int from, int to, Instant start) {
            report(FactType.WATCHED, lesson, from, to, start, start.plusSeconds(to - from));
        }

        CourseProgress progress() {
            return progress;
        }

        List<Fact> facts() {
            return facts;
        }

        <E extends ProgressEvent> List<E> events(Class<E> type) {
            Collection<?> all =
                    Objects.requireNonNull(
                            ReflectionTestUtils.invokeMethod(progress, "domainEvents"));
            return all.stream().filter(type::isInstance).map(type::cast).toList();
        }

        private void report(
                FactType type,
                Lesson lesson,
                @Nullable Integer from,
                @Nullable Integer to,
                Instant start,
                Instant end) {
            var reported =
                    new ReportedFact(device, sequence++, type, lesson.id(), from, to, start, end);
            facts.add(progress.believe(reported, version, facts, GRANTED, NOW));
        }
    }
}
