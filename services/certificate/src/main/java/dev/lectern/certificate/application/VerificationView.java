package dev.lectern.certificate.application;

import java.time.LocalDate;

/// What anybody may know of a certificate whose code they hold.
///
/// @param verdict VALID, REVOKED or EXPIRED
/// @param courseVersion the version that was completed
/// @param completedOn the day in UTC
/// @param issuer the name of the academy
/// @param verifyUrl the page for people
/// @param credentialUrl the signed form, which can be checked without asking here again
public record VerificationView(
        String verdict,
        String holderName,
        String courseTitle,
        int courseVersion,
        LocalDate completedOn,
        String issuer,
        String verifyUrl,
        String credentialUrl) {}
