package dev.lectern.review.domain;

import dev.lectern.common.problem.Refusal;
import org.jspecify.annotations.Nullable;

/// Why a review is not taken.
public final class ReviewRefused extends Refusal {

    private ReviewRefused(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    public static Refusal ownCourse() {
        return new ReviewRefused(
                Kind.FORBIDDEN, "OWN_COURSE", "Nobody reviews a course they teach.");
    }

    public static Refusal notEnrolled() {
        return new ReviewRefused(
                Kind.FORBIDDEN, "NOT_ENROLLED", "You are not enrolled in this course.");
    }

    /// @param review the one there is, null where it was posted at the same moment
    public static Refusal alreadyReviewed(@Nullable ReviewId review) {
        var refused =
                new ReviewRefused(
                        Kind.CONFLICT,
                        "ALREADY_REVIEWED",
                        "You have reviewed this course. Edit your review instead.");
        return review == null ? refused : refused.with("reviewId", review.value());
    }

    static Refusal progressTooLow(int percent) {
        return new ReviewRefused(
                        Kind.RULE,
                        "PROGRESS_TOO_LOW",
                        "A course is reviewed from "
                                + Review.LEAST_PERCENT
                                + " % on; you have done "
                                + percent
                                + " %.")
                .with("percent", percent)
                .with("leastPercent", Review.LEAST_PERCENT);
    }

    public static Refusal ownReview() {
        return new ReviewRefused(
                Kind.FORBIDDEN, "OWN_REVIEW", "This is your own review. You can edit it.");
    }

    static Refusal tooManyLinks() {
        return new ReviewRefused(
                Kind.RULE,
                "TOO_MANY_LINKS",
                "A review has " + Opinion.MOST_LINKS + " links at most.");
    }
}
