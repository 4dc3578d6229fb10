package dev.lectern.certificate.domain;

/// Where a certificate stands. REVOKED is final and stays visible to whoever checks it; EXPIRED is
/// nowhere written down, time alone makes it so.
public enum CertificateStatus {
    ISSUED,
    REVOKED,
    EXPIRED
}
