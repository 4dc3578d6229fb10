package dev.lectern.content.delivery.domain;

import dev.lectern.common.problem.Refusal;
import dev.lectern.content.delivery.domain.AccessDecision.Reason;
import java.util.List;

/// Why a published lesson is not shown to somebody.
public final class LessonRefused extends Refusal {

    private LessonRefused(String code, String detail) {
        super(Kind.FORBIDDEN, code, detail);
    }

    static Refusal notEnrolled(List<Reason> reasons) {
        return new LessonRefused("NOT_ENROLLED", "You are not enrolled in this course.")
                .with("reasons", reasons);
    }

    static Refusal locked(List<Reason> reasons) {
        return new LessonRefused("LESSON_LOCKED", "Another lesson comes first.")
                .with("reasons", reasons);
    }
}
