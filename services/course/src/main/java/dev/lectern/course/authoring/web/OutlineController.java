package dev.lectern.course.authoring.web;

import dev.lectern.common.security.Caller;
import dev.lectern.common.web.IfMatch;
import dev.lectern.course.authoring.application.GateView;
import dev.lectern.course.authoring.application.OutlineView;
import dev.lectern.course.authoring.application.OutlineViews;
import dev.lectern.course.authoring.application.Outlining;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.Outline;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The outline of a draft can be read and put into order as a whole.
@RestController
@RequestMapping("/api/v1/courses/{id}")
class OutlineController {

    private final Outlining outlining;
    private final OutlineViews views;

    OutlineController(Outlining outlining, OutlineViews views) {
        this.outlining = outlining;
        this.views = views;
    }

    /// A section in its new place.
    ///
    /// @param lessonIds its lessons from now on, in order
    record ArrangedSection(@NotNull UUID id, @NotNull List<@NotNull UUID> lessonIds) {}

    /// The whole outline in another order.
    ///
    /// @param sections all sections, each lesson in one of them
    record ArrangeRequest(@NotNull List<@NotNull @Valid ArrangedSection> sections) {}

    /// Shows the sections and lessons of a draft.
    @GetMapping("/outline")
    ResponseEntity<OutlineView> getOutline(@PathVariable UUID id, Caller caller) {
        var outline = views.one(id, caller);
        return ResponseEntity.ok().eTag(IfMatch.etagOf(outline.version())).body(outline);
    }

    /// Puts all sections and lessons of a draft in another order. 409 `UNDER_REVIEW`; 422
    /// `OUTLINE_INCOMPLETE` or `SECTION_FULL`.
    @PutMapping("/outline")
    ResponseEntity<OutlineView> arrangeOutline(
            @PathVariable UUID id,
            @Valid @RequestBody ArrangeRequest request,
            IfMatch ifMatch,
            Caller caller) {
        var order =
                request.sections().stream()
                        .map(section -> new Outline.Arranged(section.id(), section.lessonIds()))
                        .toList();
        outlining.arrange(new CourseId(id), order, ifMatch, caller);
        return getOutline(id, caller);
    }

    /// Says everything that keeps a draft from being published.
    @GetMapping("/gate")
    GateView getGate(@PathVariable UUID id, Caller caller) {
        return views.gate(id, caller);
    }
}
