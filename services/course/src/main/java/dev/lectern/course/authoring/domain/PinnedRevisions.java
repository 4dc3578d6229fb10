package dev.lectern.course.authoring.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The revisions that are kept for a version: of lesson bodies by content, of quizzes by
/// assessment. A lesson whose body is empty has none. Videos and assignments never change and need
/// no revision: only what can be played, and what is written, is said of them.
///
/// @param priced whether the course has a price, which no version has of its own
/// @param covered whether it has a picture, or needs none
public record PinnedRevisions(
        Map<UUID, WrittenBody> byLesson,
        ReadyAssets assets,
        Map<UUID, PinnedQuiz> byQuiz,
        PlayableVideos videos,
        Set<UUID> assignments,
        boolean priced,
        boolean covered) {

    /// @param reasons why it cannot be taken as it is kept
    public record PinnedQuiz(UUID revisionId, List<Materials.Reason> reasons) {}

    public PinnedRevisions {
        byLesson = Map.copyOf(byLesson);
        byQuiz = Map.copyOf(byQuiz);
        assignments = Set.copyOf(assignments);
    }

    /// Of a course without images, files and assignments.
    public PinnedRevisions(
            Map<UUID, WrittenBody> byLesson,
            Map<UUID, PinnedQuiz> byQuiz,
            PlayableVideos videos,
            boolean priced,
            boolean covered) {
        this(byLesson, ReadyAssets.none(), byQuiz, videos, Set.of(), priced, covered);
    }

    public static PinnedRevisions none() {
        return new PinnedRevisions(Map.of(), Map.of(), PlayableVideos.none(), true, true);
    }

    Materials materials() {
        return new Materials(
                byLesson,
                assets,
                byQuiz.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, quiz -> quiz.getValue().reasons())),
                videos,
                assignments,
                priced,
                covered);
    }

    @Nullable UUID of(Outline.Lesson lesson) {
        var quiz = lesson.refId() == null ? null : byQuiz.get(lesson.refId());
        if (quiz != null) {
            return quiz.revisionId();
        }
        var body = byLesson.get(lesson.id());
        return body == null ? null : body.revisionId();
    }

    /// The images and files the body of a lesson shows, each once.
    List<UUID> assetsOf(Outline.Lesson lesson) {
        var body = byLesson.get(lesson.id());
        return body == null
                ? List.of()
                : body.assets().stream().map(ShownAsset::assetId).distinct().toList();
    }
}
