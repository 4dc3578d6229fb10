package dev.lectern.auth.domain;

import dev.lectern.common.problem.Refusal;
import java.util.List;

/// Every way in which auth says no to a command.
public final class AccountRefused extends Refusal {

    private AccountRefused(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    /// The password is too short, too long, or about its owner or the platform.
    public static Refusal passwordWeak(String detail) {
        return new AccountRefused(Kind.RULE, "PASSWORD_WEAK", detail)
                .because(List.of(new Fault("PASSWORD_WEAK", "/password", detail)));
    }

    public static Refusal passwordLeaked() {
        var detail = "This password is among the first ones an attacker tries. Choose another.";
        return new AccountRefused(Kind.RULE, "PASSWORD_LEAKED", detail)
                .because(List.of(new Fault("PASSWORD_LEAKED", "/password", detail)));
    }

    public static Refusal consentRequired(List<String> missing) {
        return new AccountRefused(
                        Kind.RULE, "CONSENT_REQUIRED", "Accept the current documents to register.")
                .because(
                        missing.stream()
                                .map(document ->
                                        new Fault("CONSENT_REQUIRED", "/consents", document))
                                .toList());
    }

    public static Refusal tokenInvalid() {
        return new AccountRefused(
                Kind.RULE,
                "TOKEN_INVALID",
                "This link is unknown, was used already or is too old. Ask for a new one.");
    }

    public static Refusal lastAdmin() {
        return new AccountRefused(
                Kind.CONFLICT,
                "LAST_ADMIN",
                "This is the only administrator. Appoint another first.");
    }
}
