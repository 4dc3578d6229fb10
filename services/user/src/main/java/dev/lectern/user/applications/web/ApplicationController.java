package dev.lectern.user.applications.web;

import dev.lectern.common.idempotency.Idempotency;
import dev.lectern.common.idempotency.IdempotencyKey;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Created;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import dev.lectern.user.applications.application.ApplicationView;
import dev.lectern.user.applications.application.ApplicationViews;
import dev.lectern.user.applications.application.Applying;
import dev.lectern.user.applications.application.Applying.Apply;
import dev.lectern.user.applications.domain.SampleUrl;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The caller's applications to become an instructor.
@RestController
@RequestMapping("/api/v1/instructor-applications")
class ApplicationController {

    private final Applying applying;
    private final ApplicationViews views;
    private final Idempotency idempotency;

    ApplicationController(Applying applying, ApplicationViews views, Idempotency idempotency) {
        this.applying = applying;
        this.views = views;
        this.idempotency = idempotency;
    }

    /// What an applicant tells of themselves.
    ///
    /// @param headline on one line
    /// @param biography plain text, several paragraphs if need be
    /// @param sampleUrl an http or https address where something can be seen of it, for example
    ///   `https://example.com/talk`
    record ApplyRequest(
            @NotBlank @Size(max = 120) @Pattern(regexp = ".*", message = "must be one line")
                    String headline,
            @NotBlank @Size(max = 5000) String biography,
            @Nullable String sampleUrl) {}

    /// Asks to be allowed to teach. An admin decides. 403 `FORBIDDEN` without the role `learner`;
    /// 409 `APPLICATION_PENDING` or `ALREADY_INSTRUCTOR`.
    @PostMapping
    ResponseEntity<ApplicationView> applyAsInstructor(
            @Valid @RequestBody ApplyRequest request, Caller caller, IdempotencyKey key) {
        var sample = request.sampleUrl() == null ? null : new SampleUrl(request.sampleUrl());
        var command = new Apply(request.headline().strip(), request.biography().strip(), sample);
        var outcome =
                idempotency.once(
                        key.of(caller.id(), "apply-as-instructor", request),
                        () -> applying.apply(command, caller).value());
        return Created.at(
                "/api/v1/instructor-applications/{id}", outcome, views.one(outcome.id(), caller));
    }

    /// Lists the caller's applications, newest first.
    @GetMapping
    Page<ApplicationView> listMyApplications(PageQuery page, Caller caller) {
        return views.all(page, caller);
    }

    /// Shows one of the caller's applications. 404 for anybody else's.
    @GetMapping("/{id}")
    ApplicationView getMyApplication(@PathVariable UUID id, Caller caller) {
        return views.one(id, caller);
    }
}
