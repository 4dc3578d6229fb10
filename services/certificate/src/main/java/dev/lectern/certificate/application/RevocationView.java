package dev.lectern.certificate.application;

import java.time.Instant;

/// How a certificate ended.
///
/// @param status REVOKED
public record RevocationView(String status, Instant revokedAt) {}
