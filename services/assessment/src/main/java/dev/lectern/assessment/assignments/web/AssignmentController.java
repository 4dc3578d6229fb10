package dev.lectern.assessment.assignments.web;

import dev.lectern.assessment.assignments.application.AssignmentSummaryView;
import dev.lectern.assessment.assignments.application.AssignmentView;
import dev.lectern.assessment.assignments.application.AssignmentViews;
import dev.lectern.assessment.assignments.application.HandingIn;
import dev.lectern.assessment.assignments.application.HandingIn.HandIn;
import dev.lectern.assessment.assignments.application.SubmissionSummaryView;
import dev.lectern.assessment.assignments.application.SubmissionView;
import dev.lectern.assessment.assignments.application.SubmissionViews;
import dev.lectern.assessment.assignments.application.WritingAssignments;
import dev.lectern.assessment.assignments.domain.AssignmentId;
import dev.lectern.assessment.assignments.domain.Submission;
import dev.lectern.common.idempotency.Idempotency;
import dev.lectern.common.idempotency.IdempotencyKey;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Created;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
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

/// Assignments: members of the course write them, its learners hand in.
@RestController
@RequestMapping("/api/v1/assignments")
class AssignmentController {

    private final WritingAssignments writing;
    private final HandingIn handingIn;
    private final AssignmentViews views;
    private final SubmissionViews submissions;
    private final Idempotency idempotency;

    AssignmentController(
            WritingAssignments writing,
            HandingIn handingIn,
            AssignmentViews views,
            SubmissionViews submissions,
            Idempotency idempotency) {
        this.writing = writing;
        this.handingIn = handingIn;
        this.views = views;
        this.submissions = submissions;
        this.idempotency = idempotency;
    }

    /// What is handed in: a text, images and files of the course, or both.
    ///
    /// @param text plain text
    /// @param assetIds images and files of the course, each once
    record SubmissionRequest(
            @Nullable @Size(max = Submission.LONGEST_TEXT) String text,
            @Nullable @Size(max = Submission.MOST_ASSETS) List<@NotNull UUID> assetIds) {

        HandIn command(UUID assignment) {
            var words = text == null ? "" : text;
            var assets = assetIds == null ? List.<UUID>of() : assetIds;
            if (words.isBlank() && assets.isEmpty()) {
                throw GenericRefusal.invalid("/text", "Hand in a text, or name assets.");
            }
            if (assets.stream().distinct().count() < assets.size()) {
                throw GenericRefusal.invalid("/assetIds", "Name each asset once.");
            }
            return new HandIn(new AssignmentId(assignment), words, assets);
        }
    }

    private record Intent(UUID id, SubmissionRequest request) {}

    /// Writes an assignment, which cannot be changed later. 404 for everybody but the members of
    /// the course.
    @PostMapping
    ResponseEntity<AssignmentView> writeAssignment(
            @Valid @RequestBody AssignmentRequest request, Caller caller, IdempotencyKey key) {
        var outcome =
                idempotency.once(
                        key.of(caller.id(), "write-assignment", request),
                        () -> writing.write(request.command(), caller).value());
        return Created.at("/api/v1/assignments/{id}", outcome, views.one(outcome.id(), caller));
    }

    /// Lists the assignments of a course, newest first: to its members all, to its learners those
    /// their version shows. 403 `NOT_ENROLLED`; 404 for a course that is not published.
    ///
    /// @param courseId the course
    @GetMapping
    Page<AssignmentSummaryView> listAssignments(
            @RequestParam UUID courseId, PageQuery page, Caller caller) {
        return views.all(courseId, page, caller);
    }

    /// Shows an assignment with its rubric. 403 `NOT_ENROLLED` or `LESSON_LOCKED`; 404 for one that
    /// is not published; 503 `UNAVAILABLE` while the version the caller is enrolled in has not
    /// arrived here.
    @GetMapping("/{id}")
    AssignmentView getAssignment(@PathVariable UUID id, Caller caller) {
        return views.one(id, caller);
    }

    /// Hands something in; it may be done again, and everything handed in stays. 403
    /// `NOT_ENROLLED`, also for members of the course, or `LESSON_LOCKED`; 409 `PAST_DUE` or
    /// `SUBMISSIONS_EXHAUSTED`; 422 `REF_UNKNOWN` for an asset that is none of the course's; 404
    /// for an assignment that is not published; 503 `UNAVAILABLE` while the version the caller is
    /// enrolled in has not arrived here.
    @PostMapping("/{id}/submissions")
    ResponseEntity<SubmissionView> submitAssignment(
            @PathVariable UUID id,
            @Valid @RequestBody SubmissionRequest request,
            Caller caller,
            IdempotencyKey key) {
        var outcome =
                idempotency.once(
                        key.of(caller.id(), "submit-assignment", new Intent(id, request)),
                        () -> handingIn.handIn(request.command(id), caller).value());
        return Created.at(
                "/api/v1/submissions/{id}", outcome, submissions.one(outcome.id(), caller));
    }

    /// Lists what was handed in, newest first: to members of the course all, to its learners their
    /// own. 403 `NOT_ENROLLED` or `LESSON_LOCKED`; 404 for an assignment that is not published; 503
    /// `UNAVAILABLE` while the version the caller is enrolled in has not arrived here.
    @GetMapping("/{id}/submissions")
    Page<SubmissionSummaryView> listSubmissions(
            @PathVariable UUID id, PageQuery page, Caller caller) {
        return submissions.all(id, page, caller);
    }
}
