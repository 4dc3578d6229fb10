package dev.lectern.course.authoring.web;

import dev.lectern.common.security.Caller;
import dev.lectern.common.web.IfMatch;
import dev.lectern.common.web.Sent;
import dev.lectern.course.authoring.application.OfferingRuns;
import dev.lectern.course.authoring.application.OfferingRuns.Offer;
import dev.lectern.course.authoring.application.RunView;
import dev.lectern.course.authoring.application.RunViews;
import dev.lectern.course.authoring.domain.RunId;
import dev.lectern.course.authoring.domain.RunTerms;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The runs of the caller's courses; each has an ETag of its own.
@RestController
@RequestMapping("/api/v1/runs")
class RunController {

    private final OfferingRuns offering;
    private final RunViews views;

    RunController(OfferingRuns offering, RunViews views) {
        this.offering = offering;
        this.views = views;
    }

    /// What is absent stays.
    ///
    /// @param capacity how many seats there are in all, 1 to 1,000,000; null for no limit
    /// @param opensAt when enrolling begins, null for at once
    /// @param closesAt when enrolling ends, null for never
    record OfferRequest(
            @Nullable Sent<Integer> capacity,
            @Nullable Sent<Instant> opensAt,
            @Nullable Sent<Instant> closesAt) {

        RunTerms applyTo(RunTerms now) {
            return new RunTerms(
                    Sent.or(capacity, now.capacity()),
                    Sent.or(opensAt, now.opensAt()),
                    Sent.or(closesAt, now.closesAt()));
        }
    }

    /// Shows a run.
    @GetMapping("/{id}")
    ResponseEntity<RunView> getRun(@PathVariable UUID id, Caller caller) {
        var run = views.one(id, caller);
        return ResponseEntity.ok().eTag(IfMatch.etagOf(run.version())).body(run);
    }

    /// Offers a run on other terms. 409 `CAPACITY_BELOW_TAKEN`; 503 when enrollment, which decides
    /// on the capacity, does not answer.
    @PatchMapping("/{id}")
    ResponseEntity<RunView> offerRun(
            @PathVariable UUID id,
            @RequestBody OfferRequest request,
            IfMatch ifMatch,
            Caller caller) {
        offering.offer(
                new Offer(new RunId(id), request.capacity() != null, request::applyTo),
                ifMatch,
                caller);
        return getRun(id, caller);
    }
}
