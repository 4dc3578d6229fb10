package dev.lectern.enrollment.progress.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/// How far one enrollment is. Everything here follows from the facts and the pinned version; what
/// was earned once is never taken back.
@Entity
@Table(name = "course_progress")
public class CourseProgress extends AbstractAggregateRoot<CourseProgress> {

    private static final int WATCHED_ENOUGH_PERCENT = 90;

    /// The enrollment whose progress this is.
    @Embeddable
    public record ProgressId(UUID value) implements Serializable {}

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "enrollment_id"))
    private ProgressId id;

    @Version private @Nullable Long version;

    private UUID learnerId;
    private UUID courseId;
    private int courseVersion;
    private int percent;
    private @Nullable Instant completedAt;
    private @Nullable Integer finalScorePercent;

    private @Nullable UUID resumeLessonId;
    private @Nullable Integer resumePositionSeconds;
    private @Nullable Instant resumeAt;

    @ElementCollection
    @CollectionTable(name = "done_lesson", joinColumns = @JoinColumn(name = "enrollment_id"))
    @MapKeyColumn(name = "lesson_id")
    @Column(name = "done_at")
    private Map<UUID, Instant> done = new HashMap<>();

    /// For JPA.
    @SuppressWarnings("NullAway.Init")
    protected CourseProgress() {}

    private CourseProgress(UUID enrollment, UUID learner, UUID course, int courseVersion) {
        this.id = new ProgressId(enrollment);
        this.learnerId = learner;
        this.courseId = course;
        this.courseVersion = courseVersion;
    }

    /// Nothing done yet.
    public static CourseProgress atTheStart(
            UUID enrollment, UUID learner, UUID course, int courseVersion) {
        return new CourseProgress(enrollment, learner, course, courseVersion);
    }

    /// Believes a fact or refuses it, and moves on by what follows.
    ///
    /// @param earlier the facts of this lesson, and what the device watched at that time
    /// @param grantedAt nothing that began before it counts, as exactly as devices tell time
    public Fact believe(
            ReportedFact reported,
            PinnedVersion pinned,
            Collection<Fact> earlier,
            Instant grantedAt,
            Instant now) {
        var lesson = pinned.lesson(reported.lessonId()).orElseThrow(FactRefused::notEnrolled);
        requireHonestTime(reported, grantedAt, now);
        pinned.lockOf(lesson.id(), done.keySet())
                .ifPresent(first -> {
                    throw FactRefused.locked(first);
                });
        requireCredible(reported, lesson, earlier);

        var fact = new Fact(id.value(), learnerId, reported);
        remember(reported);
        if (isDoneBy(fact, lesson, earlier)) {
            complete(lesson.id(), pinned, now);
        }
        return fact;
    }

    /// Takes what an attempt at a quiz was found to be worth. The lessons that show the quiz are
    /// done once an attempt has passed; of the quiz that decides, the best score counts.
    public void grade(
            UUID quiz, int scorePercent, boolean passed, PinnedVersion pinned, Instant now) {
        if (pinned.isDecidedBy(quiz)) {
            finalScorePercent =
                    finalScorePercent == null
                            ? scorePercent
                            : Math.max(finalScorePercent, scorePercent);
        }
        if (passed) {
            pinned.showing(quiz).forEach(lesson -> complete(lesson.id(), pinned, now));
        }
        completeCourse(pinned, now);
    }

    private static void requireHonestTime(ReportedFact reported, Instant grantedAt, Instant now) {
        if (reported.isFromTheFuture(now)) {
            throw FactRefused.fromTheFuture();
        }
        if (reported.endedAt().isBefore(reported.startedAt())) {
            throw FactRefused.fasterThanTime("The fact ends before it begins.");
        }
        if (reported.beganBefore(grantedAt)) {
            throw FactRefused.notEnrolled();
        }
    }

    private static void requireCredible(
            ReportedFact reported, PinnedVersion.Lesson lesson, Collection<Fact> earlier) {
        switch (reported.type()) {
            case OPENED -> {}
            case COMPLETED -> {
                if (lesson.kind() != LessonKind.ARTICLE) {
                    throw FactRefused.notSelfCompletable(lesson.kind());
                }
            }
            case WATCHED -> requireWatchable(reported, lesson, earlier);
        }
    }

    private static void requireWatchable(
            ReportedFact reported, PinnedVersion.Lesson lesson, Collection<Fact> earlier) {
        var watched = reported.interval();
        if (lesson.kind() != LessonKind.VIDEO || watched.to() > lesson.durationSeconds()) {
            throw FactRefused.beyondDuration(
                    "The lesson is " + lesson.durationSeconds() + " seconds of video long.");
        }
        if (reported.isFasterThanTime(watched)) {
            throw FactRefused.fasterThanTime("More was watched than the time between allows.");
        }
        if (earlier.stream().anyMatch(fact -> fact.overlapsInTime(reported))) {
            throw FactRefused.fasterThanTime("This device was watching something else then.");
        }
    }

    /// The latest report decides where to go on; opening the lesson one is in keeps the position.
    private void remember(ReportedFact reported) {
        if (reported.type() == FactType.COMPLETED
                || (resumeAt != null && reported.endedAt().isBefore(resumeAt))) {
            return;
        }
        if (reported.toSeconds() != null) {
            resumePositionSeconds = reported.toSeconds();
        } else if (!reported.lessonId().equals(resumeLessonId)) {
            resumePositionSeconds = 0;
        }
        resumeLessonId = reported.lessonId();
        resumeAt = reported.endedAt();
    }

    private static boolean isDoneBy(
            Fact fact, PinnedVersion.Lesson lesson, Collection<Fact> earlier) {
        return switch (lesson.kind()) {
            case ARTICLE -> fact.isOf(lesson.id(), FactType.COMPLETED);
            case VIDEO -> isWatchedEnough(fact, lesson, earlier);
            // Decided by an attempt or a grade, never by what a device says.
            case QUIZ, ASSIGNMENT -> false;
        };
    }

    private static boolean isWatchedEnough(
            Fact fact, PinnedVersion.Lesson lesson, Collection<Fact> earlier) {
        var watched =
                Stream.concat(earlier.stream(), Stream.of(fact))
                        .filter(known -> known.isOf(lesson.id(), FactType.WATCHED))
                        .map(Fact::interval)
                        .toList();
        return 100L * Interval.covered(watched)
                        >= (long) WATCHED_ENOUGH_PERCENT * lesson.durationSeconds()
                && !watched.isEmpty();
    }

    private void complete(UUID lesson, PinnedVersion pinned, Instant now) {
        if (done.putIfAbsent(lesson, now) != null) {
            return;
        }
        registerEvent(new ProgressEvent.LessonCompleted(this, lesson, now));
        var before = percent;
        percent = pinned.percentOf(done.keySet());
        if (percent > before) {
            registerEvent(new ProgressEvent.Advanced(this));
        }
        completeCourse(pinned, now);
    }

    private void completeCourse(PinnedVersion pinned, Instant now) {
        if (completedAt == null && pinned.isCompletedBy(done.keySet(), finalScorePercent)) {
            completedAt = now;
            registerEvent(new ProgressEvent.Completed(this, now));
        }
    }

    public ProgressId id() {
        return id;
    }

    public UUID learnerId() {
        return learnerId;
    }

    public UUID courseId() {
        return courseId;
    }

    public int courseVersion() {
        return courseVersion;
    }

    public int percent() {
        return percent;
    }

    public @Nullable Instant completedAt() {
        return completedAt;
    }

    public Set<UUID> doneLessons() {
        return Set.copyOf(done.keySet());
    }

    public @Nullable Integer resumePositionSeconds() {
        return resumePositionSeconds;
    }
}
