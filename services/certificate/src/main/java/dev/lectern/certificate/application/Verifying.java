package dev.lectern.certificate.application;

import dev.lectern.certificate.domain.CertificateStatus;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Anybody checks what a code stands for. Codes that were never given out and texts that cannot be
/// codes are all alike: nothing.
@Component
public class Verifying {

    private final CertificateViews certificates;
    private final CertificateSettings settings;

    Verifying(CertificateViews certificates, CertificateSettings settings) {
        this.certificates = certificates;
        this.settings = settings;
    }

    public Optional<VerificationView> verify(String code) {
        return certificates.withCode(code).map(this::view);
    }

    private VerificationView view(CertificateFacts facts) {
        return new VerificationView(
                verdictOn(facts.status()),
                facts.holderName(),
                facts.courseTitle(),
                facts.courseVersion(),
                facts.completedOn(),
                settings.issuer(),
                settings.verifyUrl(facts.code()),
                settings.credentialUrl(facts.code()));
    }

    private static String verdictOn(CertificateStatus status) {
        return switch (status) {
            case ISSUED -> "VALID";
            case REVOKED -> "REVOKED";
            case EXPIRED -> "EXPIRED";
        };
    }
}
