package dev.lectern.auth.domain;

import dev.lectern.common.problem.Refusal;

/// Every way in which a key is not made.
public final class ApiKeyRefused extends Refusal {

    private ApiKeyRefused(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    public static Refusal scopeTooWide() {
        return new ApiKeyRefused(
                Kind.RULE, "SCOPE_TOO_WIDE", "A key can be given no role that you do not have.");
    }

    public static Refusal wrongLife() {
        return new ApiKeyRefused(
                Kind.RULE, "KEY_LIFE_INVALID", "A key ends within the next 366 days.");
    }
}
