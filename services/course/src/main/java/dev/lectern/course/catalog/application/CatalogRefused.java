package dev.lectern.course.catalog.application;

import dev.lectern.common.problem.Refusal;

/// Why a course is not shown.
final class CatalogRefused extends Refusal {

    private CatalogRefused(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static CatalogRefused withdrawn() {
        return new CatalogRefused(
                Kind.GONE,
                "COURSE_WITHDRAWN",
                "The course is not offered any more. Who is enrolled finds it under their courses.");
    }
}
