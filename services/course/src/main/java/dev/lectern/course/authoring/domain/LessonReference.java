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

    public static LessonReference toQuiz(UUID quiz) {
        return new LessonReference(null, quiz, null);
    }

    /// Refuses a reference that is of another kind than its lesson, or that can lead nowhere yet.
    /// Whether a quiz is there is asked of this service's copy of what assessment tells.
    void requireFitting(LessonKind kind) {
        var given = Stream.of(videoId, quizId, assignmentId).filter(Objects::nonNull).count();
        if (given != 1 || fitting(kind) == null) {
            throw CourseRefused.kindMismatch(kind);
        }
        // Videos and assignments have no service yet that tells of them: none is known.
        if (quizId == null) {
            throw CourseRefused.referenceUnknown("/ref");
        }
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
