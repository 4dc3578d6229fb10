package dev.lectern.assessment.authoring.web;

import dev.lectern.assessment.authoring.application.PinnedView;
import dev.lectern.assessment.authoring.application.PinningQuizzes;
import dev.lectern.assessment.authoring.application.PinningQuizzes.Pin;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Revisions of quizzes, for the service that publishes them.
@RestController
@RequestMapping("/internal/quizzes")
class PinController {

    private final PinningQuizzes pinning;

    PinController(PinningQuizzes pinning) {
        this.pinning = pinning;
    }

    /// @param quizIds the quizzes of the version, each once
    record PinRequest(
            @NotNull UUID courseId, @NotNull @Size(max = 10_000) List<@NotNull UUID> quizIds) {}

    /// The revisions that are kept.
    ///
    /// @param revisions in the order the quizzes were named
    record PinResponse(List<PinnedView> revisions) {}

    /// Keeps the newest revision of each quiz for ever; may be repeated. A quiz that is unknown in
    /// this course is not in the answer.
    @PostMapping("/pin")
    PinResponse pinQuizzes(@Valid @RequestBody PinRequest request) {
        return new PinResponse(pinning.pin(new Pin(request.courseId(), request.quizIds())));
    }
}
