package dev.lectern.events.certificate;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.time.Instant;
import java.util.UUID;

/// A certificate was issued.
@EventType("certificate.issued.v1")
public record CertificateIssued(
        UUID certificateId, UUID learnerId, UUID courseId, int courseVersion, Instant issuedAt)
        implements ContractEvent {}
