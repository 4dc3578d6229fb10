package dev.lectern.course.authoring.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everything a published version says, kept as one document.
///
/// @param authorIds who could edit the course when it was published
public record VersionDocument(
        CourseDetails details, UUID defaultRunId, List<UUID> authorIds, List<Section> sections) {

    /// A section with its lessons, in order.
    public record Section(UUID id, String title, List<Lesson> lessons) {}

    /// A lesson of this version.
    ///
    /// @param durationSeconds the length of a video; 0 where nobody knows
    /// @param revisionId the revision of the body or the quiz this version shows
    /// @param refId the video or quiz it shows, null for an article
    /// @param assetIds the images and files its body shows; null where nobody asked yet
    public record Lesson(
            UUID id,
            String title,
            LessonKind kind,
            boolean required,
            boolean preview,
            int durationSeconds,
            @Nullable UUID revisionId,
            @Nullable UUID refId,
            @Nullable List<UUID> assetIds) {}

    static VersionDocument of(Course course, PinnedRevisions pins) {
        var materials = pins.materials();
        return new VersionDocument(
                course.details(),
                course.defaultRunId().value(),
                course.members().stream().map(Member::userId).sorted().toList(),
                course.outline().sections().stream()
                        .map(section ->
                                new Section(
                                        section.id(),
                                        section.title(),
                                        section.lessons().stream()
                                                .map(lesson -> lesson(lesson, pins, materials))
                                                .toList()))
                        .toList());
    }

    private static Lesson lesson(Outline.Lesson lesson, PinnedRevisions pins, Materials materials) {
        return new Lesson(
                lesson.id(),
                lesson.title(),
                lesson.kind(),
                lesson.required(),
                lesson.preview(),
                materials.secondsOf(lesson),
                pins.of(lesson),
                lesson.refId(),
                pins.assetsOf(lesson));
    }
}
