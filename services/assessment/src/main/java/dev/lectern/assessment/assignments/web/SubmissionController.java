package dev.lectern.assessment.assignments.web;

import dev.lectern.assessment.assignments.application.GradeView;
import dev.lectern.assessment.assignments.application.GradingSubmissions;
import dev.lectern.assessment.assignments.application.GradingSubmissions.Judge;
import dev.lectern.assessment.assignments.application.SubmissionView;
import dev.lectern.assessment.assignments.application.SubmissionViews;
import dev.lectern.assessment.assignments.domain.Rubric;
import dev.lectern.assessment.assignments.domain.SubmissionGrade;
import dev.lectern.assessment.assignments.domain.SubmissionId;
import dev.lectern.common.idempotency.Idempotency;
import dev.lectern.common.idempotency.IdempotencyKey;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Created;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
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
import org.springframework.web.bind.annotation.RestController;

/// Submissions: each for its learner, and for the members of the course, who grade it.
@RestController
@RequestMapping("/api/v1/submissions")
class SubmissionController {

    private final GradingSubmissions grading;
    private final SubmissionViews views;
    private final Idempotency idempotency;

    SubmissionController(
            GradingSubmissions grading, SubmissionViews views, Idempotency idempotency) {
        this.grading = grading;
        this.views = views;
        this.idempotency = idempotency;
    }

    /// What a submission is found to be worth.
    ///
    /// @param scores every criterion of the rubric once
    /// @param comment for the learner
    /// @param reason why it is graded otherwise than before, needed from the second grade on
    record GradeRequest(
            @NotNull @Size(max = Rubric.MOST_CRITERIA) List<@NotNull @Valid ScoreRequest> scores,
            @Nullable @Size(max = SubmissionGrade.LONGEST_COMMENT) String comment,
            @Nullable @Size(max = SubmissionGrade.LONGEST_REASON) String reason) {

        Judge command(UUID submission) {
            return new Judge(
                    new SubmissionId(submission),
                    scores.stream()
                            .map(one -> new Rubric.Score(one.criterionId(), one.points()))
                            .toList(),
                    comment,
                    reason);
        }
    }

    /// What one criterion is found to be worth.
    ///
    /// @param points from 0 to those of the criterion
    record ScoreRequest(
            @NotNull UUID criterionId, @NotNull @PositiveOrZero @Max(1_000_000) Integer points) {}

    private record Intent(UUID id, GradeRequest request) {}

    /// Shows a submission with all its grades. 403 `NOT_ENROLLED` once access has ended; 404 for
    /// everybody but its learner and the members of the course.
    @GetMapping("/{id}")
    SubmissionView getSubmission(@PathVariable UUID id, Caller caller) {
        return views.one(id, caller);
    }

    /// Grades a submission by the rubric; the grades before it stay. 403 `FORBIDDEN` for the
    /// caller's own; 422 `REASON_REQUIRED`, `POINTS_OVER_MAX` or `RUBRIC_MISMATCH`; 404 for
    /// everybody but the members of the course.
    @PostMapping("/{id}/grades")
    ResponseEntity<GradeView> gradeSubmission(
            @PathVariable UUID id,
            @Valid @RequestBody GradeRequest request,
            Caller caller,
            IdempotencyKey key) {
        var outcome =
                idempotency.once(
                        key.of(caller.id(), "grade-submission", new Intent(id, request)),
                        () -> grading.grade(request.command(id), caller).value());
        return Created.at(
                "/api/v1/submissions/" + id + "/grades/{id}",
                outcome,
                views.grade(id, outcome.id(), caller));
    }

    /// Shows one of the grades of a submission. 404 for everybody but its learner and the members
    /// of the course.
    @GetMapping("/{id}/grades/{gradeId}")
    GradeView getGrade(@PathVariable UUID id, @PathVariable UUID gradeId, Caller caller) {
        return views.grade(id, gradeId, caller);
    }
}
