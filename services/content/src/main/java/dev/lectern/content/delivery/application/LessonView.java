package dev.lectern.content.delivery.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A lesson as it is learned.
///
/// @param kind ARTICLE, VIDEO, QUIZ or ASSIGNMENT
/// @param courseVersion the version it is shown in
/// @param blocks its body: objects with an `id`, a `type` and the fields of that type
/// @param ref what stands behind it beside its body, null for an article
/// @param previousId the lesson before it in this version, null for the first
/// @param nextId the lesson after it in this version, null for the last
public record LessonView(
        UUID id,
        String title,
        String kind,
        int courseVersion,
        List<Map<String, Object>> blocks,
        @Nullable Ref ref,
        @Nullable UUID previousId,
        @Nullable UUID nextId) {

    /// What stands behind a lesson: one of these, as its kind says.
    ///
    /// @param videoId null unless it is a video
    /// @param quizId null unless it is a quiz
    /// @param assignmentId null unless it is an assignment
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Ref(@Nullable UUID videoId, @Nullable UUID quizId, @Nullable UUID assignmentId) {}
}
