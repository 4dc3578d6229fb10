package dev.lectern.assessment.assignments.web;

import dev.lectern.assessment.assignments.application.WritingAssignments.Write;
import dev.lectern.assessment.assignments.domain.Assignment;
import dev.lectern.assessment.assignments.domain.Rubric;
import dev.lectern.common.problem.GenericRefusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An assignment; it cannot be changed later.
///
/// @param instructions plain text
/// @param dueAt null for never
/// @param lateUntilAt until when it is taken though late, null for not at all
/// @param passPercent from which score on it is passed
/// @param rubric by what it is judged
record AssignmentRequest(
        @NotNull UUID courseId,
        @NotBlank @Size(max = Assignment.LONGEST_TITLE) String title,
        @NotBlank @Size(max = Assignment.LONGEST_INSTRUCTIONS) String instructions,
        @Nullable Instant dueAt,
        @Nullable Instant lateUntilAt,
        @NotNull @Min(0) @Max(100) Integer passPercent,
        @NotEmpty @Size(max = Rubric.MOST_CRITERIA) List<@NotNull @Valid CriterionRequest> rubric) {

    /// What is judged.
    ///
    /// @param points the most there are for it
    record CriterionRequest(
            @NotBlank @Size(max = Rubric.LONGEST_TITLE) String title,
            @NotNull @Min(1) @Max(Rubric.MOST_POINTS) Integer points) {}

    Write command() {
        if (lateUntilAt != null && (dueAt == null || !lateUntilAt.isAfter(dueAt))) {
            throw GenericRefusal.invalid("/lateUntilAt", "Nothing is late before it is due.");
        }
        return new Write(
                courseId,
                title,
                instructions,
                new Assignment.Terms(dueAt, lateUntilAt, passPercent),
                new Rubric(
                        rubric.stream()
                                .map(one -> Rubric.Criterion.of(one.title(), one.points()))
                                .toList()));
    }
}
