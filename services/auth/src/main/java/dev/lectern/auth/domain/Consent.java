package dev.lectern.auth.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/// One document accepted in one version.
@Embeddable
public record Consent(
        @Column(name = "document") String document,
        @Column(name = "document_version") String version,
        @Column(name = "given_at") Instant givenAt) {}
