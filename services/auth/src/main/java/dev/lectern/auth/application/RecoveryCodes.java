package dev.lectern.auth.application;

import dev.lectern.auth.domain.AccountId;
import dev.lectern.auth.domain.EnrolmentId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// Ten codes for the day the authenticator is lost. Only hashes are kept of those that were not
/// used. The codes themselves follow from the enrolment and the key from the environment, so the
/// repetition of an answer that got lost on its way says the same without their being stored.
@Component
class RecoveryCodes {

    private static final int HOW_MANY = 10;
    private static final int HALF = 5;

    // None is mistaken for another.
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private final Vault vault;

    RecoveryCodes(Vault vault) {
        this.vault = vault;
    }

    List<String> of(EnrolmentId enrolment) {
        return IntStream.range(0, HOW_MANY).mapToObj(n -> code(enrolment, n)).toList();
    }

    /// As it is kept; however it was typed.
    String hash(AccountId account, String typed) {
        var code = typed.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
        return vault.fingerprint("recovery code of " + account + ": " + code);
    }

    private String code(EnrolmentId enrolment, int number) {
        var bytes = vault.derive("recovery code %d of %s".formatted(number, enrolment));
        var code = new StringBuilder();
        for (var i = 0; i < 2 * HALF; i++) {
            if (i == HALF) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(Byte.toUnsignedInt(bytes[i]) % ALPHABET.length()));
        }
        return code.toString();
    }
}
