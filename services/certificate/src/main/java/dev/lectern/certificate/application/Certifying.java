package dev.lectern.certificate.application;

import dev.lectern.certificate.signing.Proofs;
import dev.lectern.common.security.Caller;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Hands a certificate out in its signed form. It is signed when it is asked for, so after a change
/// of keys whoever asks again has one under the new key; the old one stays what it was.
@Component
public class Certifying {

    private final CertificateViews certificates;
    private final CredentialDocument document;
    private final Proofs proofs;
    private final Clock clock;

    Certifying(
            CertificateViews certificates,
            CredentialDocument document,
            Proofs proofs,
            Clock clock) {
        this.certificates = certificates;
        this.document = document;
        this.proofs = proofs;
        this.clock = clock;
    }

    /// One of the caller's certificates.
    public String certify(UUID id, Caller caller) {
        return sign(certificates.ownCredential(id, caller));
    }

    /// The one with this code, for anybody who has the code.
    public Optional<String> certify(String code) {
        return certificates.credentialWithCode(code).map(this::sign);
    }

    private String sign(CredentialFacts facts) {
        return proofs.prove(document.of(facts), clock.instant()).toString();
    }
}
