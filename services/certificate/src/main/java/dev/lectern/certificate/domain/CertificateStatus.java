package dev.lectern.certificate.domain;

/// Where a certificate stands. REVOKED is final and stays visible to whoever checks it.
public enum CertificateStatus {
    ISSUED,
    REVOKED
}
