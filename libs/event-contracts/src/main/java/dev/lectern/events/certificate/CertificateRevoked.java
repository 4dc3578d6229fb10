package dev.lectern.events.certificate;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.time.Instant;
import java.util.UUID;

/// A certificate was taken back for good.
@EventType("certificate.revoked.v1")
public record CertificateRevoked(
        UUID certificateId, UUID learnerId, UUID courseId, Instant revokedAt)
        implements ContractEvent {}
