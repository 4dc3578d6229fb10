package dev.lectern.course.authoring.web;

import dev.lectern.common.idempotency.Idempotency;
import dev.lectern.common.idempotency.IdempotencyKey;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Created;
import dev.lectern.common.web.IfMatch;
import dev.lectern.course.authoring.application.CourseViews;
import dev.lectern.course.authoring.application.OutlineView.SectionView;
import dev.lectern.course.authoring.application.OutlineViews;
import dev.lectern.course.authoring.application.Outlining;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.SectionId;
import dev.lectern.course.authoring.domain.Title;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The sections of a draft; their ETag is that of the whole draft.
@RestController
@RequestMapping("/api/v1/courses/{id}/sections")
class SectionController {

    private final Outlining outlining;
    private final OutlineViews views;
    private final CourseViews courses;
    private final Idempotency idempotency;

    SectionController(
            Outlining outlining, OutlineViews views, CourseViews courses, Idempotency idempotency) {
        this.outlining = outlining;
        this.views = views;
        this.courses = courses;
        this.idempotency = idempotency;
    }

    /// How a section is called.
    record SectionRequest(@NotBlank @Size(max = Title.LONGEST) String title) {}

    private record InCourse(UUID courseId, SectionRequest request) {}

    /// Adds a section at the end of a draft. 409 `UNDER_REVIEW`; 422 `OUTLINE_FULL`.
    @PostMapping
    ResponseEntity<SectionView> addSection(
            @PathVariable UUID id,
            @Valid @RequestBody SectionRequest request,
            Caller caller,
            IdempotencyKey key) {
        var outcome =
                idempotency.once(
                        key.of(caller.id(), "add-section", new InCourse(id, request)),
                        () ->
                                outlining
                                        .addSection(new CourseId(id), request.title(), caller)
                                        .value());
        var section = views.section(id, outcome.id(), caller);
        return Created.at(
                "/api/v1/courses/" + id + "/sections/{section}",
                outcome,
                section.part(),
                section.version());
    }

    /// Renames a section. 409 `UNDER_REVIEW`.
    @PatchMapping("/{sectionId}")
    ResponseEntity<SectionView> renameSection(
            @PathVariable UUID id,
            @PathVariable UUID sectionId,
            @Valid @RequestBody SectionRequest request,
            IfMatch ifMatch,
            Caller caller) {
        outlining.renameSection(
                new CourseId(id), new SectionId(sectionId), request.title(), ifMatch, caller);
        var section = views.section(id, sectionId, caller);
        return ResponseEntity.ok().eTag(IfMatch.etagOf(section.version())).body(section.part());
    }

    /// Removes a section that has no lessons. 409 `UNDER_REVIEW`; 422 `SECTION_NOT_EMPTY`.
    @DeleteMapping("/{sectionId}")
    ResponseEntity<Void> removeSection(
            @PathVariable UUID id, @PathVariable UUID sectionId, IfMatch ifMatch, Caller caller) {
        outlining.removeSection(new CourseId(id), new SectionId(sectionId), ifMatch, caller);
        return ResponseEntity.noContent()
                .eTag(IfMatch.etagOf(courses.one(id, caller).version()))
                .build();
    }
}
