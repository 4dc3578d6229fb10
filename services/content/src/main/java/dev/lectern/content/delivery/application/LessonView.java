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
/// @param ref what stands behind it beside its body
/// @param previousId the lesson before it in this version
/// @param nextId the lesson after it in this version
public record LessonView(
        UUID id,
        String title,
        String kind,
        int courseVersion,
        List<Map<String, Object>> blocks,
        @Nullable Ref ref,
        @Nullable UUID previousId,
        @Nullable UUID nextId) {

    /// One of these.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Ref(@Nullable UUID videoId, @Nullable UUID quizId, @Nullable UUID assignmentId) {}
}
