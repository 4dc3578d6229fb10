package dev.lectern.course.authoring.domain;

import org.jspecify.annotations.Nullable;

/// What an author says about a lesson.
///
/// @param required whether completion asks for it
/// @param preview whether everybody may see it
/// @param ref what the lesson shows, null where nothing is chosen yet
public record LessonPlan(
        String title,
        LessonKind kind,
        boolean required,
        boolean preview,
        @Nullable LessonReference ref) {

    public LessonPlan {
        title = Title.of(title);
    }

    Outline.Lesson as(LessonId id) {
        return new Outline.Lesson(
                id.value(), title, kind, required, preview, ref == null ? null : ref.shownBy(kind));
    }
}
