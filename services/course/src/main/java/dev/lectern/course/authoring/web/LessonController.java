package dev.lectern.course.authoring.web;

import dev.lectern.common.idempotency.Idempotency;
import dev.lectern.common.idempotency.IdempotencyKey;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Created;
import dev.lectern.common.web.IfMatch;
import dev.lectern.course.authoring.application.CourseViews;
import dev.lectern.course.authoring.application.OutlineView.LessonView;
import dev.lectern.course.authoring.application.OutlineViews;
import dev.lectern.course.authoring.application.Outlining;
import dev.lectern.course.authoring.application.Outlining.Placed;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.LessonId;
import dev.lectern.course.authoring.domain.LessonKind;
import dev.lectern.course.authoring.domain.LessonPlan;
import dev.lectern.course.authoring.domain.LessonReference;
import dev.lectern.course.authoring.domain.SectionId;
import dev.lectern.course.authoring.domain.Title;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The lessons of a draft; their ETag is that of the whole draft.
@RestController
@RequestMapping("/api/v1/courses/{id}/lessons")
class LessonController {

    private final Outlining outlining;
    private final OutlineViews views;
    private final CourseViews courses;
    private final Idempotency idempotency;

    LessonController(
            Outlining outlining, OutlineViews views, CourseViews courses, Idempotency idempotency) {
        this.outlining = outlining;
        this.views = views;
        this.courses = courses;
        this.idempotency = idempotency;
    }

    /// A lesson as it is planned.
    ///
    /// @param sectionId the section it becomes the last lesson of
    /// @param kind what it is made of
    /// @param required whether it counts for completing the course, true where absent
    /// @param preview whether everybody may open it, false where absent
    /// @param ref the video, quiz or assignment it shows
    record AddRequest(
            @NotNull UUID sectionId,
            @NotBlank @Size(max = Title.LONGEST) String title,
            @NotNull LessonKind kind,
            @Nullable Boolean required,
            @Nullable Boolean preview,
            @Nullable LessonReference ref) {

        Placed placed() {
            return new Placed(
                    new SectionId(sectionId),
                    new LessonPlan(
                            title,
                            kind,
                            required == null || required,
                            preview != null && preview,
                            ref));
        }
    }

    private record InCourse(UUID courseId, AddRequest request) {}

    /// Adds a lesson at the end of a section. An article has an empty body from then on. 409
    /// `UNDER_REVIEW`; 422 `REF_UNKNOWN`, `KIND_MISMATCH`, `SECTION_FULL` or `OUTLINE_FULL`.
    @PostMapping
    ResponseEntity<LessonView> addLesson(
            @PathVariable UUID id,
            @Valid @RequestBody AddRequest request,
            Caller caller,
            IdempotencyKey key) {
        var outcome =
                idempotency.once(
                        key.of(caller.id(), "add-lesson", new InCourse(id, request)),
                        () ->
                                outlining
                                        .addLesson(new CourseId(id), request.placed(), caller)
                                        .value());
        var lesson = views.lesson(id, outcome.id(), caller);
        return Created.at(
                "/api/v1/courses/" + id + "/lessons/{lesson}",
                outcome,
                lesson.part(),
                lesson.version());
    }

    /// Plans a lesson anew, perhaps in another section. 409 `UNDER_REVIEW`; 422 `REF_UNKNOWN`,
    /// `KIND_MISMATCH` or `SECTION_FULL`.
    @PatchMapping("/{lessonId}")
    ResponseEntity<LessonView> changeLesson(
            @PathVariable UUID id,
            @PathVariable UUID lessonId,
            @Valid @RequestBody ChangeLessonRequest request,
            IfMatch ifMatch,
            Caller caller) {
        outlining.changeLesson(
                new CourseId(id), new LessonId(lessonId), request::applyTo, ifMatch, caller);
        var lesson = views.lesson(id, lessonId, caller);
        return ResponseEntity.ok().eTag(IfMatch.etagOf(lesson.version())).body(lesson.part());
    }

    /// Removes a lesson from a draft. Published versions keep it. 409 `UNDER_REVIEW`.
    @DeleteMapping("/{lessonId}")
    ResponseEntity<Void> removeLesson(
            @PathVariable UUID id, @PathVariable UUID lessonId, IfMatch ifMatch, Caller caller) {
        outlining.removeLesson(new CourseId(id), new LessonId(lessonId), ifMatch, caller);
        return ResponseEntity.noContent()
                .eTag(IfMatch.etagOf(courses.one(id, caller).version()))
                .build();
    }
}
