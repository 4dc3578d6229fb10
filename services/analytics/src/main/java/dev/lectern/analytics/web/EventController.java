package dev.lectern.analytics.web;

import dev.lectern.analytics.application.IngestView;
import dev.lectern.analytics.application.Ingesting;
import dev.lectern.analytics.application.Ingesting.Activity;
import dev.lectern.common.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Takes what clients saw somebody do.
@RestController
@RequestMapping("/api/v1/events")
class EventController {

    private final Ingesting ingesting;

    EventController(Ingesting ingesting) {
        this.ingesting = ingesting;
    }

    /// Logs a batch of CloudEvents, each once for its id. Views of a course count while it is on
    /// offer, what happens inside it for those who learn it. Whatever is refused is listed with its
    /// place and the rest is taken; when all are refused, the answer is that of the first. 413
    /// `BATCH_TOO_LARGE` for more than 500; 422 `SCHEMA_UNKNOWN`, `CLOCK_SKEW` or `PII_KEY`; 403
    /// `NOT_ENROLLED`; 404 for a course, lesson or video that is not published.
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    IngestView ingestEvents(
            @RequestBody @NotEmpty List<@Valid @NotNull EventRequest> batch,
            Optional<Caller> caller) {
        return ingesting.ingest(batch.stream().map(EventRequest::activity).toList(), caller);
    }

    /// One CloudEvent.
    ///
    /// @param specversion always 1.0
    /// @param id counted once, however often it is sent
    /// @param source where it comes from
    /// @param type `activity.course-viewed.v1`, `activity.lesson-opened.v1` or
    ///   `activity.video-watched.v1`
    /// @param subject whom it is about, from services only; people speak of themselves
    /// @param time when it happened, at most 24 hours from now
    /// @param datacontenttype always application/json
    /// @param data what the type says: courseId, and lessonId, or videoId, fromSeconds and
    ///   toSeconds
    record EventRequest(
            @NotNull @Pattern(regexp = "1\\.0") String specversion,
            @NotNull UUID id,
            @NotNull @Size(min = 1, max = 200) String source,
            @NotNull @Size(min = 1, max = 100) String type,
            @Nullable UUID subject,
            @NotNull Instant time,
            @Nullable @Pattern(regexp = "application/json") String datacontenttype,
            @NotNull Map<String, Object> data) {

        Activity activity() {
            return new Activity(id, type, time, subject, data);
        }
    }
}
