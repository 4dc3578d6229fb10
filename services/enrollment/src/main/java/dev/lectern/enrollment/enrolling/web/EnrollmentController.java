package dev.lectern.enrollment.enrolling.web;

import dev.lectern.common.idempotency.Idempotency;
import dev.lectern.common.idempotency.IdempotencyKey;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Created;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import dev.lectern.enrollment.enrolling.application.Enrolling;
import dev.lectern.enrollment.enrolling.application.Enrolling.Enroll;
import dev.lectern.enrollment.enrolling.application.EnrollmentView;
import dev.lectern.enrollment.enrolling.application.EnrollmentViews;
import dev.lectern.enrollment.enrolling.domain.EnrollmentStatus;
import dev.lectern.enrollment.enrolling.domain.RunId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What the caller may learn, and since when.
@RestController
@RequestMapping("/api/v1/enrollments")
class EnrollmentController {

    private final Enrolling enrolling;
    private final EnrollmentViews views;
    private final Idempotency idempotency;

    EnrollmentController(Enrolling enrolling, EnrollmentViews views, Idempotency idempotency) {
        this.enrolling = enrolling;
        this.views = views;
        this.idempotency = idempotency;
    }

    /// @param runId the run to take part in, as the catalog shows it
    record EnrollRequest(@NotNull UUID runId) {}

    /// Enrolls the caller in a free run. The enrollment is pinned to the version of the course that
    /// is offered now. 409 `SOLD_OUT`, `RUN_CLOSED`, `ALREADY_ENROLLED` or `PAYMENT_REQUIRED`; 404
    /// for a run that is unknown or of a course never published.
    @PostMapping
    ResponseEntity<EnrollmentView> enrollInRun(
            @Valid @RequestBody EnrollRequest request, Caller caller, IdempotencyKey key) {
        var outcome =
                idempotency.once(
                        key.of(caller.id(), "enroll", request),
                        () ->
                                enrolling
                                        .enroll(new Enroll(new RunId(request.runId())), caller)
                                        .value());
        return Created.at("/api/v1/enrollments/{id}", outcome, views.one(outcome.id(), caller));
    }

    /// Lists the caller's enrollments, newest first.
    ///
    /// @param status only those that are in this state
    /// @param courseId only those in this course
    @GetMapping
    Page<EnrollmentView> listEnrollments(
            @RequestParam Optional<EnrollmentStatus> status,
            @RequestParam Optional<UUID> courseId,
            PageQuery page,
            Caller caller) {
        return views.all(status, courseId, page, caller);
    }

    /// Shows one of the caller's enrollments. 404 for anybody else's.
    @GetMapping("/{id}")
    EnrollmentView getEnrollment(@PathVariable UUID id, Caller caller) {
        return views.one(id, caller);
    }
}
