package dev.lectern.assessment.assignments.domain;

import dev.lectern.common.problem.Refusal;
import java.util.List;

/// Why something is not handed in, or not graded so.
public final class AssignmentRefused extends Refusal {

    private AssignmentRefused(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    public static AssignmentRefused notEnrolled() {
        return new AssignmentRefused(
                Kind.FORBIDDEN, "NOT_ENROLLED", "You are not enrolled in this course.");
    }

    public static AssignmentRefused lessonLocked() {
        return new AssignmentRefused(
                Kind.FORBIDDEN, "LESSON_LOCKED", "Another lesson comes first.");
    }

    static AssignmentRefused pastDue() {
        return new AssignmentRefused(
                Kind.CONFLICT, "PAST_DUE", "The assignment is due and takes no more submissions.");
    }

    static AssignmentRefused exhausted(int most) {
        return new AssignmentRefused(
                Kind.CONFLICT,
                "SUBMISSIONS_EXHAUSTED",
                "You have handed in " + most + " times, which is the most there is.");
    }

    /// @param place of the asset among those that were named
    public static Refusal assetUnknown(int place) {
        var detail = "This course has no such image or file.";
        return new AssignmentRefused(Kind.RULE, "REF_UNKNOWN", detail)
                .because(List.of(new Fault("REF_UNKNOWN", "/assetIds/" + place, detail)));
    }

    static AssignmentRefused reasonRequired() {
        return new AssignmentRefused(
                Kind.RULE,
                "REASON_REQUIRED",
                "It is graded already. Say why it shall be graded otherwise.");
    }

    static Refusal pointsOverMax(List<Fault> over) {
        return new AssignmentRefused(
                        Kind.RULE, "POINTS_OVER_MAX", "A criterion has fewer points to give.")
                .because(over);
    }

    static Refusal rubricMismatch(List<Fault> wrong) {
        return new AssignmentRefused(
                        Kind.RULE,
                        "RUBRIC_MISMATCH",
                        "Judge every criterion of the rubric exactly once.")
                .because(wrong);
    }

    static Fault over(int place, Rubric.Criterion criterion) {
        return new Fault(
                "POINTS_OVER_MAX",
                "/scores/" + place + "/points",
                criterion.points() + " is the most for this criterion.");
    }

    static Fault criterion(int place, String detail) {
        return new Fault("RUBRIC_MISMATCH", "/scores/" + place + "/criterionId", detail);
    }
}
