package dev.lectern.enrollment.progress.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The published version of a course an enrollment is pinned to. It never changes, so neither does
/// what the learner has to do.
///
/// @param sequential whether lessons open one after the other
/// @param lessons in the order of the outline
/// @param completion what completing asks for besides the lessons, null for nothing
public record PinnedVersion(
        boolean sequential, List<Lesson> lessons, @Nullable Completion completion) {

    /// The least score in the quiz that decides.
    public record Completion(UUID finalQuizId, int minScorePercent) {

        boolean isReachedBy(@Nullable Integer bestPercent) {
            return bestPercent != null && bestPercent >= minScorePercent;
        }
    }

    /// A lesson of this version; `durationSeconds` is the length of a video, `quizId` the quiz or
    /// assignment it shows.
    public record Lesson(
            UUID id,
            String title,
            LessonKind kind,
            boolean required,
            boolean preview,
            int durationSeconds,
            @Nullable UUID quizId) {}

    public Optional<Lesson> lesson(UUID id) {
        return lessons.stream().filter(lesson -> lesson.id().equals(id)).findFirst();
    }

    /// The lessons that show a quiz or an assignment.
    public List<Lesson> showing(UUID quizId) {
        return lessons.stream().filter(lesson -> quizId.equals(lesson.quizId())).toList();
    }

    /// Whether this is the quiz that decides on completion.
    boolean isDecidedBy(UUID quizId) {
        return completion != null && completion.finalQuizId().equals(quizId);
    }

    /// Whether everything is done that completing asks for.
    ///
    /// @param finalPercent the best score in the quiz that decides, null before the first
    boolean isCompletedBy(Set<UUID> done, @Nullable Integer finalPercent) {
        return percentOf(done) == 100
                && (completion == null || completion.isReachedBy(finalPercent));
    }

    /// The lessons that count. Where an author marked none, all of them do.
    public List<Lesson> required() {
        var marked = lessons.stream().filter(Lesson::required).toList();
        return marked.isEmpty() ? lessons : marked;
    }

    /// The whole percent of the required lessons that are done, rounded down: 100 is all of them.
    public int percentOf(Set<UUID> done) {
        var required = required();
        var count = required.stream().filter(lesson -> done.contains(lesson.id())).count();
        return required.isEmpty() ? 0 : (int) (100 * count / required.size());
    }

    /// The first required lesson that must be done before this one opens; empty where nothing
    /// stands in the way.
    public Optional<Lesson> lockOf(UUID lessonId, Set<UUID> done) {
        if (!sequential) {
            return Optional.empty();
        }
        var required = required();
        return lessons.stream()
                .takeWhile(lesson -> !lesson.id().equals(lessonId))
                .filter(required::contains)
                .filter(lesson -> !done.contains(lesson.id()))
                .findFirst();
    }
}
