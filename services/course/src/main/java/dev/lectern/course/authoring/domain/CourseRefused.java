package dev.lectern.course.authoring.domain;

import dev.lectern.common.problem.Refusal;
import java.util.List;

/// Why a course stays as it is.
public final class CourseRefused extends Refusal {

    private CourseRefused(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static CourseRefused sectionNotEmpty() {
        return new CourseRefused(
                Kind.RULE,
                "SECTION_NOT_EMPTY",
                "The section still has lessons. Move or delete them first.");
    }

    static CourseRefused sectionFull(int most) {
        return new CourseRefused(
                Kind.RULE, "SECTION_FULL", "A section may have " + most + " lessons.");
    }

    /// @param most how many of what a course may have
    static CourseRefused outlineFull(String most) {
        return new CourseRefused(Kind.RULE, "OUTLINE_FULL", "A course may have " + most + ".");
    }

    static CourseRefused outlineIncomplete() {
        return new CourseRefused(
                Kind.RULE,
                "OUTLINE_INCOMPLETE",
                "Name every section and every lesson of the course exactly once.");
    }

    static CourseRefused kindMismatch(LessonKind kind) {
        return at(
                "/ref",
                new CourseRefused(
                        Kind.RULE,
                        "KIND_MISMATCH",
                        "A lesson of kind " + kind + " cannot refer to that."));
    }

    /// Something is referred to that is not there, or not yet.
    public static CourseRefused referenceUnknown(String pointer) {
        return at(
                pointer,
                new CourseRefused(
                        Kind.RULE, "REF_UNKNOWN", "What is referred to here does not exist."));
    }

    /// Something is missing before the course may be submitted or published.
    static CourseRefused gateFailed(List<Fault> failures) {
        var refused =
                new CourseRefused(
                        Kind.RULE,
                        "GATE_FAILED",
                        failures.size() == 1
                                ? "1 thing is missing."
                                : failures.size() + " things are missing.");
        refused.because(failures);
        return refused;
    }

    static CourseRefused underReview() {
        return new CourseRefused(
                Kind.CONFLICT,
                "UNDER_REVIEW",
                "The course is being reviewed and stays as it is until that is decided.");
    }

    static CourseRefused reviewNotNeeded() {
        return new CourseRefused(
                Kind.CONFLICT,
                "REVIEW_NOT_NEEDED",
                "The course was approved before. Publish its next version.");
    }

    static CourseRefused reviewRequired() {
        return new CourseRefused(
                Kind.CONFLICT,
                "REVIEW_REQUIRED",
                "The course was never approved. Submit it for review.");
    }

    /// No version of the course has this number.
    public static CourseRefused versionUnknown() {
        return at(
                "/toVersion",
                new CourseRefused(
                        Kind.RULE,
                        "VERSION_UNKNOWN",
                        "The course has no published version of this number."));
    }

    /// There is nothing newcomers get.
    public static CourseRefused notPublished() {
        return new CourseRefused(Kind.CONFLICT, "NOT_PUBLISHED", "The course was never published.");
    }

    static CourseRefused alreadyWithdrawn() {
        return new CourseRefused(
                Kind.CONFLICT,
                "ALREADY_WITHDRAWN",
                "The course is offered to nobody any more. Publish or roll back to offer it again.");
    }

    static CourseRefused notSubmitted() {
        return new CourseRefused(
                Kind.CONFLICT, "NOT_SUBMITTED", "The course does not wait for a review.");
    }

    static CourseRefused ownCourse() {
        return new CourseRefused(
                Kind.FORBIDDEN, "OWN_COURSE", "Nobody reviews a course of their own.");
    }

    /// Enrollment has given away more seats than that.
    public static CourseRefused capacityBelowTaken() {
        return new CourseRefused(
                Kind.CONFLICT,
                "CAPACITY_BELOW_TAKEN",
                "More seats than that are taken or held; the capacity cannot be lower.");
    }

    private static CourseRefused at(String pointer, CourseRefused refused) {
        refused.because(List.of(new Fault(refused.code(), pointer, refused.detail())));
        return refused;
    }
}
