package dev.lectern.auth.domain;

import dev.lectern.common.problem.Refusal;

/// Every way in which a proof of being oneself is turned down.
public final class SecondFactorRefused extends Refusal {

    private SecondFactorRefused(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    public static Refusal codeInvalid() {
        return new SecondFactorRefused(
                Kind.UNPROVEN,
                "CODE_INVALID",
                "This is wrong, or was used before. Wait for the next code of your authenticator.");
    }

    public static Refusal alreadyOn() {
        return new SecondFactorRefused(
                Kind.CONFLICT, "MFA_ALREADY_ON", "Your account asks for a second factor already.");
    }

    public static Refusal off() {
        return new SecondFactorRefused(
                Kind.CONFLICT, "MFA_OFF", "Your account asks for no second factor.");
    }

    public static Refusal required() {
        return new SecondFactorRefused(
                Kind.FORBIDDEN,
                "MFA_REQUIRED",
                "Staff needs a second factor for this. Set up an authenticator first.");
    }
}
