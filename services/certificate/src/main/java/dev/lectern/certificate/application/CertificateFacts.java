package dev.lectern.certificate.application;

import dev.lectern.certificate.domain.CertificateStatus;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a certificate states, alike on paper, on the page and in the API.
///
/// @param expiresAt null where it is good for ever
record CertificateFacts(
        String code,
        String holderName,
        String courseTitle,
        int courseVersion,
        LocalDate completedOn,
        CertificateStatus status,
        @Nullable Instant expiresAt) {}
