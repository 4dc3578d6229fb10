package dev.lectern.content.delivery.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A published version of a course. It never changes.
///
/// @param sequential whether lessons open one after the other
/// @param lessons in the order of the outline
public record PublishedVersion(
        UUID courseId, int number, boolean sequential, List<Lesson> lessons) {

    public PublishedVersion {
        lessons = List.copyOf(lessons);
    }

    /// A lesson of this version.
    ///
    /// @param revisionId the body it shows, none where there is nothing to read
    /// @param refId the video, quiz or assignment behind it
    public record Lesson(
            UUID id,
            String title,
            LessonKind kind,
            boolean required,
            boolean preview,
            @Nullable UUID revisionId,
            @Nullable UUID refId) {}

    public Optional<Lesson> lesson(UUID id) {
        return lessons.stream().filter(lesson -> lesson.id().equals(id)).findFirst();
    }

    public @Nullable UUID previousOf(Lesson lesson) {
        var at = lessons.indexOf(lesson);
        return at > 0 ? lessons.get(at - 1).id() : null;
    }

    public @Nullable UUID nextOf(Lesson lesson) {
        var at = lessons.indexOf(lesson);
        return at + 1 < lessons.size() ? lessons.get(at + 1).id() : null;
    }

    /// The first required lesson that must be done before this one opens; empty where nothing
    /// stands in the way. Where an author marked none as required, all are.
    Optional<Lesson> lockOf(Lesson lesson, Set<UUID> done) {
        if (!sequential) {
            return Optional.empty();
        }
        var noneMarked = lessons.stream().noneMatch(Lesson::required);
        return lessons.stream()
                .takeWhile(earlier -> !earlier.equals(lesson))
                .filter(earlier -> noneMarked || earlier.required())
                .filter(earlier -> !done.contains(earlier.id()))
                .findFirst();
    }
}
