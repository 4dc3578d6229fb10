package dev.lectern.certificate.application;

import dev.lectern.certificate.domain.CertificateStatus;
import dev.lectern.common.security.Caller;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// A holder takes a certificate home as a PDF. The same certificate gives the same bytes each time.
@Component
public class PrintingCertificates {

    private final CertificateViews certificates;
    private final CertificatePaper paper;

    PrintingCertificates(CertificateViews certificates, CertificatePaper paper) {
        this.certificates = certificates;
        this.paper = paper;
    }

    /// Prints a sheet nobody takes: the first one costs seconds, which no holder shall wait.
    public void warmUp() {
        paper.print(
                new CertificateFacts(
                        "", "", "", 1, LocalDate.EPOCH, CertificateStatus.ISSUED, null));
    }

    public byte[] print(UUID id, Caller caller) {
        return paper.print(certificates.own(id, caller));
    }
}
