package dev.lectern.enrollment.enrolling.web;

import dev.lectern.common.idempotency.Idempotency;
import dev.lectern.common.idempotency.IdempotencyKey;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Created;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import dev.lectern.enrollment.enrolling.application.Waiting;
import dev.lectern.enrollment.enrolling.application.Waiting.Join;
import dev.lectern.enrollment.enrolling.application.WaitlistView;
import dev.lectern.enrollment.enrolling.application.WaitlistViews;
import dev.lectern.enrollment.enrolling.domain.RunId;
import dev.lectern.enrollment.enrolling.domain.WaitlistEntryId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Where the caller waits for a seat.
@RestController
@RequestMapping("/api/v1/waitlist")
class WaitlistController {

    private final Waiting waiting;
    private final WaitlistViews views;
    private final Idempotency idempotency;

    WaitlistController(Waiting waiting, WaitlistViews views, Idempotency idempotency) {
        this.waiting = waiting;
        this.views = views;
        this.idempotency = idempotency;
    }

    /// @param runId the run that is sold out
    record JoinRequest(@NotNull UUID runId) {}

    /// Gets in line for a seat of a run that is sold out. The first in line gets a seat that is
    /// freed: in a free course at once, otherwise as an order that is kept for 24 hours. 409
    /// `SEATS_AVAILABLE`, `ALREADY_WAITING`, `ALREADY_ENROLLED` or `RUN_CLOSED`; 404 for a run that
    /// is unknown or of a course never published.
    @PostMapping
    ResponseEntity<WaitlistView> joinWaitlist(
            @Valid @RequestBody JoinRequest request, Caller caller, IdempotencyKey key) {
        var outcome =
                idempotency.once(
                        key.of(caller.id(), "join-waitlist", request),
                        () -> waiting.join(new Join(new RunId(request.runId())), caller).value());
        return Created.at("/api/v1/waitlist/{id}", outcome, views.one(outcome.id(), caller));
    }

    /// Lists where the caller waits or has waited, newest first.
    @GetMapping
    Page<WaitlistView> listWaitlistEntries(PageQuery page, Caller caller) {
        return views.all(page, caller);
    }

    /// Shows one of the caller's places. 404 for anybody else's.
    @GetMapping("/{id}")
    WaitlistView getWaitlistEntry(@PathVariable UUID id, Caller caller) {
        return views.one(id, caller);
    }

    /// Gets out of the line, or turns an offered seat down, which goes to the next. 409
    /// `NOT_WAITING`; 404 for anybody else's.
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leaveWaitlist(@PathVariable UUID id, Caller caller) {
        waiting.leave(new WaitlistEntryId(id), caller);
    }
}
