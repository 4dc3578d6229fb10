package dev.lectern.certificate.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the signed form of a certificate states.
///
/// @param salt what the learner's id is hashed with
/// @param statusList the list that tells whether it was revoked
/// @param statusPlace its bit in that list
record CredentialFacts(
        String code,
        UUID learnerId,
        String salt,
        String holderName,
        UUID courseId,
        String courseTitle,
        int courseVersion,
        LocalDate completedOn,
        Instant issuedAt,
        @Nullable Instant expiresAt,
        int statusList,
        int statusPlace) {}
