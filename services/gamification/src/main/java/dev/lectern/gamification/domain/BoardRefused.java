package dev.lectern.gamification.domain;

import dev.lectern.common.problem.Refusal;

/// Why a board is not shown.
public final class BoardRefused extends Refusal {

    private BoardRefused(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    public static Refusal notEnrolled() {
        return new BoardRefused(
                Kind.FORBIDDEN, "NOT_ENROLLED", "You are not enrolled in this course.");
    }
}
