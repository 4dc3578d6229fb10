package dev.lectern.certificate.application;

import dev.lectern.certificate.domain.CertificateStatus;
import java.time.LocalDate;

/// What a certificate states, alike on paper, on the page and in the API.
record CertificateFacts(
        String code,
        String holderName,
        String courseTitle,
        int courseVersion,
        LocalDate completedOn,
        CertificateStatus status) {}
