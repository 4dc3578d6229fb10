package dev.lectern.enrollment.progress.web;

import dev.lectern.common.security.Caller;
import dev.lectern.enrollment.progress.application.ProgressView;
import dev.lectern.enrollment.progress.application.ProgressViews;
import dev.lectern.enrollment.progress.application.RecordingFacts;
import dev.lectern.enrollment.progress.application.RecordingFacts.Recorded;
import dev.lectern.enrollment.progress.application.WhyView;
import dev.lectern.enrollment.progress.domain.FactType;
import dev.lectern.enrollment.progress.domain.ReportedFact;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Facts in, progress out.
@RestController
@RequestMapping("/api/v1/progress")
class ProgressController {

    private final RecordingFacts recording;
    private final ProgressViews views;

    ProgressController(RecordingFacts recording, ProgressViews views) {
        this.recording = recording;
        this.views = views;
    }

    record FactsRequest(
            @NotNull UUID clientId, @NotEmpty @Size(max = 200) List<@Valid FactRequest> facts) {}

    record FactRequest(
            @PositiveOrZero long sequence,
            @NotNull FactType type,
            @NotNull UUID lessonId,
            @Nullable @PositiveOrZero Integer fromSeconds,
            @Nullable @PositiveOrZero Integer toSeconds,
            @NotNull Instant startedAt,
            @NotNull Instant endedAt) {

        ReportedFact by(UUID clientId) {
            return new ReportedFact(
                    clientId, sequence, type, lessonId, fromSeconds, toSeconds, startedAt, endedAt);
        }
    }

    /// Records up to 200 facts of one device. Each is accepted, known already or refused on its
    /// own; when all are refused, 422 with the first code and all `results`.
    @PostMapping("/facts")
    Recorded record(@Valid @RequestBody FactsRequest request, Caller caller) {
        return recording.record(
                request.clientId(),
                request.facts().stream().map(fact -> fact.by(request.clientId())).toList(),
                caller);
    }

    /// How far the caller is in a course; 403 `NOT_ENROLLED` without an active enrollment.
    @GetMapping("/{courseId}")
    ProgressView progress(@PathVariable UUID courseId, Caller caller) {
        return views.progress(courseId, caller);
    }

    /// Why it is so, rule by rule with the facts behind it.
    @GetMapping("/{courseId}/why")
    WhyView why(@PathVariable UUID courseId, Caller caller) {
        return views.why(courseId, caller);
    }
}
