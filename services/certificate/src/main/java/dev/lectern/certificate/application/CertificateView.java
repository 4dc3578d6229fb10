package dev.lectern.certificate.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A certificate as its holder sees it.
///
/// @param code what others check it by
/// @param courseVersion the version that was completed
/// @param completedOn the day in UTC
/// @param expiresAt null where it is good for ever
/// @param status ISSUED, REVOKED or EXPIRED
/// @param verifyUrl where anybody can check it
public record CertificateView(
        UUID id,
        String code,
        UUID courseId,
        String courseTitle,
        int courseVersion,
        String holderName,
        LocalDate completedOn,
        Instant issuedAt,
        @Nullable Instant expiresAt,
        String status,
        String verifyUrl) {}
