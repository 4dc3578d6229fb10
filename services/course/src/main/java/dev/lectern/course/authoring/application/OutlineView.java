package dev.lectern.course.authoring.application;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.lectern.course.authoring.domain.LessonReference;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The outline of a draft.
///
/// @param version which edit of the draft this is, told as its ETag
/// @param status DRAFT, SUBMITTED or PUBLISHED
/// @param publishedVersion the newest version, null before the first
/// @param durationSeconds of all lessons together, as far as it is known
public record OutlineView(
        @JsonIgnore long version,
        UUID courseId,
        String status,
        @Nullable Integer publishedVersion,
        int durationSeconds,
        List<SectionView> sections) {

    /// A section.
    ///
    /// @param position counts from 1
    public record SectionView(UUID id, String title, int position, List<LessonView> lessons) {}

    /// A lesson.
    ///
    /// @param kind ARTICLE, VIDEO, QUIZ or ASSIGNMENT
    /// @param position counts from 1
    /// @param required whether it counts for completing the course
    /// @param preview whether everybody may open it
    /// @param ref the video or quiz it shows, null for nothing
    /// @param durationSeconds 0 where it is not known
    /// @param warnings what would keep the course from being published
    public record LessonView(
            UUID id,
            UUID sectionId,
            String title,
            String kind,
            int position,
            boolean required,
            boolean preview,
            @Nullable LessonReference ref,
            int durationSeconds,
            List<Warning> warnings) {}

    /// What the gate would say to a lesson.
    ///
    /// @param code REF_BROKEN, MEDIA_NOT_READY, CAPTIONS_MISSING, QUIZ_UNANSWERABLE or
    ///   POOL_TOO_SMALL
    public record Warning(String code) {}
}
