package dev.lectern.course.authoring.domain;

import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The video, quiz or assignment a lesson shows: the one that its kind asks for.
///
/// @param videoId null unless it is a video
/// @param quizId null unless it is a quiz
/// @param assignmentId null unless it is an assignment
public record LessonReference(
        @Nullable UUID videoId, @Nullable UUID quizId, @Nullable UUID assignmentId) {

    /// The reference of a lesson of this kind to what it shows.
    public static @Nullable LessonReference of(LessonKind kind, UUID shown) {
        return switch (kind) {
            case VIDEO -> new LessonReference(shown, null, null);
            case QUIZ -> new LessonReference(null, shown, null);
            case ASSIGNMENT -> new LessonReference(null, null, shown);
            case ARTICLE -> null;
        };
    }

    /// What a lesson of this kind shows. A reference of another kind is refused. Whether it is
    /// there is asked of this service's copies of what the neighbours tell.
    UUID shownBy(LessonKind kind) {
        var given = Stream.of(videoId, quizId, assignmentId).filter(Objects::nonNull).count();
        var shown = fitting(kind);
        if (given != 1 || shown == null) {
            throw CourseRefused.kindMismatch(kind);
        }
        return shown;
    }

    private @Nullable UUID fitting(LessonKind kind) {
        return switch (kind) {
            case VIDEO -> videoId;
            case QUIZ -> quizId;
            case ASSIGNMENT -> assignmentId;
            case ARTICLE -> null;
        };
    }
}
