package dev.lectern.course.authoring.web;

import dev.lectern.common.idempotency.Idempotency;
import dev.lectern.common.idempotency.IdempotencyKey;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Answered;
import dev.lectern.common.web.IfMatch;
import dev.lectern.course.authoring.application.ChangesView;
import dev.lectern.course.authoring.application.ChangesViews;
import dev.lectern.course.authoring.application.CourseView;
import dev.lectern.course.authoring.application.CourseViews;
import dev.lectern.course.authoring.application.PinningBodies;
import dev.lectern.course.authoring.application.Publishing;
import dev.lectern.course.authoring.application.Publishing.Publish;
import dev.lectern.course.authoring.application.RollingBack;
import dev.lectern.course.authoring.application.RollingBack.RollBack;
import dev.lectern.course.authoring.application.Submitting;
import dev.lectern.course.authoring.application.Submitting.Submit;
import dev.lectern.course.authoring.application.Withdrawing;
import dev.lectern.course.authoring.application.Withdrawing.Withdraw;
import dev.lectern.course.authoring.domain.CourseId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
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

/// From a draft to a version its author goes by way of a review, the first time.
@RestController
@RequestMapping("/api/v1/courses/{id}")
class PublishingController {

    private final Submitting submitting;
    private final PinningBodies pinning;
    private final Publishing publishing;
    private final RollingBack rollingBack;
    private final Withdrawing withdrawing;
    private final CourseViews courses;
    private final ChangesViews changes;
    private final Idempotency idempotency;

    PublishingController(
            Submitting submitting,
            PinningBodies pinning,
            Publishing publishing,
            RollingBack rollingBack,
            Withdrawing withdrawing,
            CourseViews courses,
            ChangesViews changes,
            Idempotency idempotency) {
        this.submitting = submitting;
        this.pinning = pinning;
        this.publishing = publishing;
        this.rollingBack = rollingBack;
        this.withdrawing = withdrawing;
        this.courses = courses;
        this.changes = changes;
        this.idempotency = idempotency;
    }

    /// What goes with asking for a review.
    ///
    /// @param note for the reviewer, null for nothing
    record SubmitRequest(@Nullable @Size(max = 2000) String note) {}

    /// What goes with a new version.
    ///
    /// @param changeNote what is new in it, null for nothing
    record PublishRequest(@Nullable @Size(max = 2000) String changeNote) {}

    /// @param toVersion the number of a published version, from 1
    record RollbackRequest(@NotNull @Positive Integer toVersion) {}

    /// @param reason why, for everybody who works on the course
    record UnpublishRequest(@NotBlank @Size(max = 2000) String reason) {}

    /// Asks for a review. Until it is decided the draft stays as it is. 409 `UNDER_REVIEW` or
    /// `REVIEW_NOT_NEEDED`; 422 `GATE_FAILED` with everything that is missing in `errors`.
    @PostMapping("/submit")
    ResponseEntity<CourseView> submitCourse(
            @PathVariable UUID id,
            @Valid @RequestBody SubmitRequest request,
            IfMatch ifMatch,
            Caller caller,
            IdempotencyKey key) {
        var command = new Submit(new CourseId(id), request.note());
        var outcome =
                idempotency.once(
                        key.of(caller.id(), "submit-course", command),
                        () -> {
                            submitting.submit(command, ifMatch, caller);
                            return id;
                        });
        var course = courses.one(id, caller);
        return Answered.with(outcome, course, course.version());
    }

    /// Says what publishing now would change, and how many learn an older version.
    @GetMapping("/changes")
    ChangesView getChanges(@PathVariable UUID id, Caller caller) {
        return changes.of(id, caller);
    }

    /// Publishes a draft as the next version. Nobody who is enrolled moves to it. 409
    /// `REVIEW_REQUIRED`; 422 `GATE_FAILED` with everything that is missing in `errors`.
    @PostMapping("/publish")
    ResponseEntity<CourseView> publishCourse(
            @PathVariable UUID id,
            @Valid @RequestBody PublishRequest request,
            IfMatch ifMatch,
            Caller caller,
            IdempotencyKey key) {
        var command = new Publish(new CourseId(id), request.changeNote());
        var pins = pinning.forNextVersion(command.course(), ifMatch, caller);
        var outcome =
                idempotency.once(
                        key.of(caller.id(), "publish-course", command),
                        () -> {
                            publishing.publish(command, pins, ifMatch, caller);
                            return id;
                        });
        var course = courses.one(id, caller);
        return Answered.with(outcome, course, course.version());
    }

    /// Offers an earlier version to newcomers again. Whoever is enrolled stays where they are, and
    /// the next version counts on from the newest. 422 `VERSION_UNKNOWN`.
    @PostMapping("/rollback")
    ResponseEntity<CourseView> rollBackCourse(
            @PathVariable UUID id,
            @Valid @RequestBody RollbackRequest request,
            IfMatch ifMatch,
            Caller caller,
            IdempotencyKey key) {
        var command = new RollBack(new CourseId(id), request.toVersion());
        var outcome =
                idempotency.once(
                        key.of(caller.id(), "roll-back-course", command),
                        () -> {
                            rollingBack.rollBack(command, ifMatch, caller);
                            return id;
                        });
        var course = courses.one(id, caller);
        return Answered.with(outcome, course, course.version());
    }

    /// Takes a course out of the catalog: nobody new gets in, and whoever is enrolled goes on.
    /// Publishing or rolling back offers it again. 409 `NOT_PUBLISHED` or `ALREADY_WITHDRAWN`.
    @PostMapping("/unpublish")
    ResponseEntity<CourseView> unpublishCourse(
            @PathVariable UUID id,
            @Valid @RequestBody UnpublishRequest request,
            IfMatch ifMatch,
            Caller caller,
            IdempotencyKey key) {
        var command = new Withdraw(new CourseId(id), request.reason());
        var outcome =
                idempotency.once(
                        key.of(caller.id(), "unpublish-course", command),
                        () -> {
                            withdrawing.withdraw(command, ifMatch, caller);
                            return id;
                        });
        var course = courses.one(id, caller);
        return Answered.with(outcome, course, course.version());
    }
}
