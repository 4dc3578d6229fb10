package dev.lectern.auth.domain;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.problem.Refusal;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An address that can receive mail, always in lower case: two spellings are one account.
@Embeddable
public record EmailAddress(String value) implements Serializable {

    private static final int LONGEST = 254;
    private static final String LOCAL_PART = "[^@\\p{Z}\\p{C}<>\"(),:;\\[\\]\\\\]{1,64}";
    private static final String HOST = "[\\p{L}\\p{M}\\p{N}-]+(\\.[\\p{L}\\p{M}\\p{N}-]+)*";
    private static final Pattern SHAPE = Pattern.compile(LOCAL_PART + "@" + HOST);

    public EmailAddress {
        value = Normalizer.normalize(value.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        if (value.length() > LONGEST || !SHAPE.matcher(value).matches()) {
            throw GenericRefusal.invalid("/email", "This is not an e-mail address.");
        }
        var host = value.indexOf('@') + 1;
        value = value.substring(0, host) + readable(value.substring(host));
    }

    /// A host has two spellings, `xn--mnchen-3ya` and `münchen`, and either may be typed.
    private static String readable(String host) {
        var readable = Normalizer.normalize(IDN.toUnicode(host), Normalizer.Form.NFC);
        return readable.matches(HOST) ? readable : host;
    }

    /// The address somebody typed where a wrong one must look like an unknown one.
    public static Optional<EmailAddress> typed(String text) {
        try {
            return Optional.of(new EmailAddress(text));
        } catch (Refusal e) {
            return Optional.empty();
        }
    }

    /// Names the owner where the address itself must not stand.
    public String pseudonym() {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    String localPart() {
        return value.substring(0, value.indexOf('@'));
    }
}
