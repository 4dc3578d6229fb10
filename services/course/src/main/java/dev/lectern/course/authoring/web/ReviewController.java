package dev.lectern.course.authoring.web;

import dev.lectern.common.idempotency.Idempotency;
import dev.lectern.common.idempotency.IdempotencyKey;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Answered;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import dev.lectern.course.authoring.application.CourseView;
import dev.lectern.course.authoring.application.CourseViews;
import dev.lectern.course.authoring.application.OutlineView;
import dev.lectern.course.authoring.application.OutlineViews;
import dev.lectern.course.authoring.application.PinningBodies;
import dev.lectern.course.authoring.application.Reviewing;
import dev.lectern.course.authoring.application.Reviewing.Approve;
import dev.lectern.course.authoring.application.Reviewing.Reject;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.CourseStatus;
import dev.lectern.course.authoring.domain.Review;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
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

/// Courses before those who review them.
@RestController
@RequestMapping("/api/v1/admin/courses")
class ReviewController {

    private final Reviewing reviewing;
    private final PinningBodies pinning;
    private final CourseViews views;
    private final OutlineViews outlines;
    private final Idempotency idempotency;

    ReviewController(
            Reviewing reviewing,
            PinningBodies pinning,
            CourseViews views,
            OutlineViews outlines,
            Idempotency idempotency) {
        this.reviewing = reviewing;
        this.pinning = pinning;
        this.views = views;
        this.outlines = outlines;
        this.idempotency = idempotency;
    }

    /// What goes with an approval.
    ///
    /// @param note for the author, null for nothing
    record ApproveRequest(@Nullable @Size(max = 2000) String note) {}

    /// What a reviewer wants changed.
    ///
    /// @param pointer where, as a JSON pointer into the course or its outline, for example
    ///   `/sections/0`
    /// @param text what, in words
    record ReasonRequest(
            @NotNull @Size(max = 200) String pointer, @NotBlank @Size(max = 2000) String text) {}

    /// Why a draft is given back.
    ///
    /// @param note for the author, null for nothing
    record RejectRequest(
            @NotEmpty @Size(max = 100) List<@NotNull @Valid ReasonRequest> reasons,
            @Nullable @Size(max = 2000) String note) {

        List<Review.Reason> toReasons() {
            return reasons.stream()
                    .map(reason -> new Review.Reason(reason.pointer(), reason.text()))
                    .toList();
        }
    }

    /// Lists everybody's courses, newest first. 403 `FORBIDDEN` without the role `moderator` or
    /// `admin`.
    ///
    /// @param status only those that are in this state
    @GetMapping
    Page<CourseView> listCoursesForReview(
            @RequestParam Optional<CourseStatus> status, PageQuery page, Caller caller) {
        return views.allForReviewer(status, page, caller);
    }

    /// Shows the outline a reviewer looks at. 403 `FORBIDDEN` without the role `moderator` or
    /// `admin`.
    @GetMapping("/{id}/outline")
    OutlineView getOutlineForReview(@PathVariable UUID id, Caller caller) {
        return outlines.forReviewer(id, caller);
    }

    /// Approves a course and publishes its first version with it. 403 `OWN_COURSE`, or `FORBIDDEN`
    /// without the role `moderator` or `admin`; 409 `NOT_SUBMITTED`; 422 `GATE_FAILED` when a body
    /// was emptied since.
    @PostMapping("/{id}/approve")
    ResponseEntity<CourseView> approveCourse(
            @PathVariable UUID id,
            @Valid @RequestBody ApproveRequest request,
            Caller caller,
            IdempotencyKey key) {
        var command = new Approve(new CourseId(id), request.note());
        var pins = pinning.forApproval(command.course(), caller);
        var outcome =
                idempotency.once(
                        key.of(caller.id(), "approve-course", command),
                        () -> {
                            reviewing.approve(command, pins, caller);
                            return id;
                        });
        return Answered.with(outcome, views.forReviewer(id, caller));
    }

    /// Gives a draft back with reasons. 403 `OWN_COURSE`, or `FORBIDDEN` without the role
    /// `moderator` or `admin`; 409 `NOT_SUBMITTED`.
    @PostMapping("/{id}/reject")
    ResponseEntity<CourseView> rejectCourse(
            @PathVariable UUID id,
            @Valid @RequestBody RejectRequest request,
            Caller caller,
            IdempotencyKey key) {
        var command = new Reject(new CourseId(id), request.toReasons(), request.note());
        var outcome =
                idempotency.once(
                        key.of(caller.id(), "reject-course", command),
                        () -> {
                            reviewing.reject(command, caller);
                            return id;
                        });
        return Answered.with(outcome, views.forReviewer(id, caller));
    }
}
