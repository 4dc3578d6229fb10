package dev.lectern.content.authoring.web;

import dev.lectern.content.authoring.application.PinnedView;
import dev.lectern.content.authoring.application.PinningRevisions;
import dev.lectern.content.authoring.application.PinningRevisions.Pin;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Revisions, for the service that publishes them.
@RestController
@RequestMapping("/internal/revisions")
class PinController {

    private final PinningRevisions pinning;

    PinController(PinningRevisions pinning) {
        this.pinning = pinning;
    }

    /// @param lessonIds the lessons of the version, each once
    record PinRequest(
            @NotNull UUID courseId, @NotNull @Size(max = 10_000) List<@NotNull UUID> lessonIds) {}

    /// The revisions that are kept.
    ///
    /// @param revisions in the order the lessons were named
    record PinResponse(List<PinnedView> revisions) {}

    /// Keeps the newest revision of each lesson for ever; may be repeated. A lesson that is unknown
    /// in this course is not in the answer.
    @PostMapping("/pin")
    PinResponse pinRevisions(@Valid @RequestBody PinRequest request) {
        return new PinResponse(pinning.pin(new Pin(request.courseId(), request.lessonIds())));
    }
}
