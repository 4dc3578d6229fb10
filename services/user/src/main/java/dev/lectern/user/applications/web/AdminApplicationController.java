package dev.lectern.user.applications.web;

import dev.lectern.common.idempotency.Idempotency;
import dev.lectern.common.idempotency.IdempotencyKey;
import dev.lectern.common.security.Caller;
import dev.lectern.common.security.StepUp;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import dev.lectern.user.applications.application.AuditView;
import dev.lectern.user.applications.application.DecidingApplications;
import dev.lectern.user.applications.application.DecidingApplications.Decide;
import dev.lectern.user.applications.application.StaffApplicationView;
import dev.lectern.user.applications.application.StaffViews;
import dev.lectern.user.applications.domain.ApplicationId;
import dev.lectern.user.applications.domain.ApplicationStatus;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Everybody's applications: staff read, admins decide.
@RestController
@RequestMapping("/api/v1/admin/instructor-applications")
class AdminApplicationController {

    private final DecidingApplications deciding;
    private final StaffViews views;
    private final Idempotency idempotency;

    AdminApplicationController(
            DecidingApplications deciding, StaffViews views, Idempotency idempotency) {
        this.deciding = deciding;
        this.views = views;
        this.idempotency = idempotency;
    }

    /// What is said with a decision.
    ///
    /// @param note for the applicant and the record, null for nothing
    record DecideRequest(@Nullable @Size(max = 2000) String note) {}

    /// Lists everybody's applications, newest first.
    ///
    /// @param status only those that are in this state
    @GetMapping
    Page<StaffApplicationView> listApplications(
            @RequestParam Optional<ApplicationStatus> status, PageQuery page, Caller caller) {
        return views.all(status, page, caller);
    }

    /// Lists who decided what, newest first. 403 `FORBIDDEN` without the role `admin`.
    ///
    /// @param applicationId only what concerns this application
    @GetMapping("/audit")
    Page<AuditView> listDecisions(
            @RequestParam Optional<UUID> applicationId, PageQuery page, Caller caller) {
        return views.audit(applicationId, page, caller);
    }

    /// Shows one application.
    @GetMapping("/{id}")
    StaffApplicationView getApplication(@PathVariable UUID id, Caller caller) {
        return views.one(id, caller);
    }

    /// Lets an applicant teach. The role is in the applicant's next token. 403 `FORBIDDEN` without
    /// the role `admin`; 409 `ALREADY_DECIDED`.
    @StepUp
    @PostMapping("/{id}/approve")
    ResponseEntity<StaffApplicationView> approveApplication(
            @PathVariable UUID id,
            @Valid @RequestBody DecideRequest request,
            Caller caller,
            IdempotencyKey key) {
        var command = new Decide(new ApplicationId(id), request.note());
        return decideOnce(
                key.of(caller.id(), "approve-application", command),
                id,
                () -> deciding.approve(command, caller),
                caller);
    }

    /// Turns an applicant down, who may apply again. 403 `FORBIDDEN` without the role `admin`; 409
    /// `ALREADY_DECIDED`.
    @StepUp
    @PostMapping("/{id}/reject")
    ResponseEntity<StaffApplicationView> rejectApplication(
            @PathVariable UUID id,
            @Valid @RequestBody DecideRequest request,
            Caller caller,
            IdempotencyKey key) {
        var command = new Decide(new ApplicationId(id), request.note());
        return decideOnce(
                key.of(caller.id(), "reject-application", command),
                id,
                () -> deciding.reject(command, caller),
                caller);
    }

    private ResponseEntity<StaffApplicationView> decideOnce(
            IdempotencyKey.Intent intent, UUID id, Runnable decision, Caller caller) {
        var outcome =
                idempotency.once(
                        intent,
                        () -> {
                            decision.run();
                            return id;
                        });
        var answer = ResponseEntity.ok();
        if (outcome.replayed()) {
            answer.header("Idempotency-Replayed", "true");
        }
        return answer.body(views.one(id, caller));
    }
}
