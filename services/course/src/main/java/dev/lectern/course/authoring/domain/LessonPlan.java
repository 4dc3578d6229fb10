package dev.lectern.course.authoring.domain;

/// What an author says about a lesson.
///
/// @param required whether completion asks for it
/// @param preview whether everybody may see it
public record LessonPlan(String title, LessonKind kind, boolean required, boolean preview) {

    public LessonPlan {
        title = title.strip();
    }

    Outline.Lesson as(LessonId id) {
        return new Outline.Lesson(id.value(), title, kind, required, preview);
    }
}
