package dev.lectern.notification.domain;

import dev.lectern.common.problem.Refusal;
import java.util.List;

/// A wish that is not granted.
public final class PreferenceRefused extends Refusal {

    private PreferenceRefused(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    /// Mail that protects an account is always sent.
    public static Refusal fixed(String pointer) {
        return new PreferenceRefused(
                        Kind.RULE,
                        "PREFERENCE_FIXED",
                        "Mail about the safety of your account cannot be switched off.")
                .because(
                        List.of(
                                new Fault(
                                        "PREFERENCE_FIXED",
                                        pointer,
                                        "Leave this one out or switched on.")));
    }
}
