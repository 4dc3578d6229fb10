package dev.lectern.events.course;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A version of a course is what newcomers get: just published, or offered again. It never changes;
/// whatever is offered later, and that nothing is any more, is a further event.
///
/// @param version counts from 1
/// @param sequential whether lessons open one after the other
/// @param coverAssetId the picture it is shown with
/// @param withdrawnAt since when newcomers get nothing, absent while they do
/// @param promoVideoId the video it is promoted with, absent for none
@EventType("course.published.v1")
public record CoursePublished(
        UUID courseId,
        String slug,
        String title,
        int version,
        UUID defaultRunId,
        List<UUID> authorIds,
        boolean sequential,
        @Nullable Completion completion,
        List<Section> sections,
        @Nullable UUID coverAssetId,
        @Nullable Instant withdrawnAt,
        @Nullable UUID promoVideoId)
        implements ContractEvent {

    /// A version without a picture that is offered.
    public CoursePublished(
            UUID courseId,
            String slug,
            String title,
            int version,
            UUID defaultRunId,
            List<UUID> authorIds,
            boolean sequential,
            @Nullable Completion completion,
            List<Section> sections) {
        this(
                courseId,
                slug,
                title,
                version,
                defaultRunId,
                authorIds,
                sequential,
                completion,
                sections,
                null,
                null);
    }

    /// A version without a video to promote it.
    public CoursePublished(
            UUID courseId,
            String slug,
            String title,
            int version,
            UUID defaultRunId,
            List<UUID> authorIds,
            boolean sequential,
            @Nullable Completion completion,
            List<Section> sections,
            @Nullable UUID coverAssetId,
            @Nullable Instant withdrawnAt) {
        this(
                courseId,
                slug,
                title,
                version,
                defaultRunId,
                authorIds,
                sequential,
                completion,
                sections,
                coverAssetId,
                withdrawnAt,
                null);
    }

    /// What completion asks beyond all required lessons.
    public record Completion(UUID finalQuizId, int minScorePercent) {}

    /// A section with its lessons, in order.
    public record Section(UUID sectionId, String title, List<Lesson> lessons) {}

    /// A lesson of this version.
    ///
    /// @param kind ARTICLE, VIDEO, QUIZ or ASSIGNMENT
    /// @param durationSeconds the length of a video, an estimate otherwise
    /// @param revisionId the revision of the body, or of the quiz, this version shows
    /// @param refId the video, quiz or assignment behind the lesson
    /// @param assetIds the images and files its body shows; absent in what was told before they
    ///   were
    public record Lesson(
            UUID lessonId,
            String title,
            String kind,
            boolean required,
            boolean preview,
            int durationSeconds,
            @Nullable UUID revisionId,
            @Nullable UUID refId,
            @Nullable List<UUID> assetIds) {

        /// A lesson without images and files.
        public Lesson(
                UUID lessonId,
                String title,
                String kind,
                boolean required,
                boolean preview,
                int durationSeconds,
                @Nullable UUID revisionId,
                @Nullable UUID refId) {
            this(
                    lessonId,
                    title,
                    kind,
                    required,
                    preview,
                    durationSeconds,
                    revisionId,
                    refId,
                    List.of());
        }
    }
}
