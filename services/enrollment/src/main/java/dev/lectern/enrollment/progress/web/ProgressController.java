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

/// What a learner's devices report, and how far that brings the learner.
@RestController
@RequestMapping("/api/v1/progress")
class ProgressController {

    private final RecordingFacts recording;
    private final ProgressViews views;

    ProgressController(RecordingFacts recording, ProgressViews views) {
        this.recording = recording;
        this.views = views;
    }

    /// What one device reports.
    ///
    /// @param clientId names the device; it makes the id once and keeps it
    /// @param facts in the order they happened
    record FactsRequest(
            @NotNull UUID clientId, @NotEmpty @Size(max = 200) List<@Valid FactRequest> facts) {}

    /// One thing that happened on a device.
    ///
    /// @param sequence counts the facts of the device; the same number again is the same fact
    /// @param type OPENED, WATCHED or COMPLETED: a lesson was opened, a part of its video was
    ///   watched, or the learner says that it is done
    /// @param fromSeconds where in the video watching began; needed for WATCHED
    /// @param toSeconds where in the video watching ended; needed for WATCHED
    /// @param startedAt by the clock of the device
    /// @param endedAt by the clock of the device, at most a minute ahead of ours
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
    /// own; only when all are refused the request is, with the code of the first. 422
    /// `FASTER_THAN_TIME`, `BEYOND_DURATION`, `FROM_THE_FUTURE`, `NOT_ENROLLED`,
    /// `NOT_SELF_COMPLETABLE` or `LESSON_LOCKED` with all `results`.
    @PostMapping("/facts")
    Recorded recordFacts(@Valid @RequestBody FactsRequest request, Caller caller) {
        return recording.record(
                request.clientId(),
                request.facts().stream().map(fact -> fact.by(request.clientId())).toList(),
                caller);
    }

    /// Shows how far the caller is in a course. 403 `NOT_ENROLLED` without an active enrollment.
    @GetMapping("/{courseId}")
    ProgressView getProgress(@PathVariable UUID courseId, Caller caller) {
        return views.progress(courseId, caller);
    }

    /// Explains the caller's progress in a course, rule by rule with the facts behind it. 403
    /// `NOT_ENROLLED` without an active enrollment.
    @GetMapping("/{courseId}/why")
    WhyView explainProgress(@PathVariable UUID courseId, Caller caller) {
        return views.why(courseId, caller);
    }
}
