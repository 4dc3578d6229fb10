package dev.lectern.certificate.domain;

import dev.lectern.common.problem.Refusal;

/// What the rules of certificates refuse.
public final class CertificateRefused extends Refusal {

    private CertificateRefused(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static CertificateRefused alreadyRevoked() {
        return new CertificateRefused(
                Kind.CONFLICT, "ALREADY_REVOKED", "This certificate was revoked before.");
    }
}
