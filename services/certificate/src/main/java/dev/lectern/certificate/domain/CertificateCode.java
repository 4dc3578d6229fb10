package dev.lectern.certificate.domain;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.security.SecureRandom;

/// What is printed on a certificate and proves it: 130 random bits in letters and digits nobody
/// confuses (no I, L, O, U), safe in addresses.
@Embeddable
public record CertificateCode(String value) implements Serializable {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 26;
    private static final SecureRandom RANDOM = new SecureRandom();

    static CertificateCode next() {
        var code = new StringBuilder(LENGTH);
        for (var i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return new CertificateCode(code.toString());
    }
}
