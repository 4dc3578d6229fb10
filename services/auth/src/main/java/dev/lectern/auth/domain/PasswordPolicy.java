package dev.lectern.auth.domain;

import java.util.Locale;

/// What a password must be: long enough, not about its owner, not known to attackers. Composition
/// rules are left out on purpose, they only make passwords predictable.
public final class PasswordPolicy {

    private static final int SHORTEST = 8;
    private static final int TELLING_WORD = 4;
    private static final String PRODUCT = "lectern";

    private final LeakedPasswords leaked;

    public PasswordPolicy(LeakedPasswords leaked) {
        this.leaked = leaked;
    }

    /// Refuses an unfit password for this address.
    public void check(RawPassword password, EmailAddress owner) {
        check(password);
        var lower = password.value().toLowerCase(Locale.ROOT);
        var local = owner.localPart();
        if (local.length() >= TELLING_WORD && lower.contains(local)) {
            throw AccountRefused.passwordWeak("Your address must not be part of it.");
        }
    }

    /// Refuses what is unfit for anybody.
    public void check(RawPassword password) {
        var text = password.value();
        if (text.codePointCount(0, text.length()) < SHORTEST) {
            throw AccountRefused.passwordWeak("Use at least 8 characters, better 15.");
        }
        if (text.length() > RawPassword.LONGEST) {
            throw AccountRefused.passwordWeak("Use at most 128 characters.");
        }
        if (text.codePoints().anyMatch(PasswordPolicy::isNoKey)) {
            throw AccountRefused.passwordWeak("Use only characters that can be typed.");
        }
        if (leaked.contains(password)) {
            throw AccountRefused.passwordLeaked();
        }
        if (text.toLowerCase(Locale.ROOT).contains(PRODUCT)) {
            throw AccountRefused.passwordWeak("The name of the platform must not be part of it.");
        }
    }

    /// What a form or a program sent by mistake, and nobody can type again.
    private static boolean isNoKey(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE -> true;
            default -> false;
        };
    }
}
