package dev.lectern.certificate.application;

import java.time.LocalDate;

/// What anybody may know of a certificate whose code they hold.
///
/// @param verdict VALID or REVOKED
/// @param completedOn the day in UTC
public record VerificationView(
        String verdict,
        String holderName,
        String courseTitle,
        int courseVersion,
        LocalDate completedOn,
        String issuer,
        String verifyUrl) {}
