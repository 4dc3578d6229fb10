package dev.lectern.certificate.domain;

/// What can happen to a certificate.
public sealed interface CertificateEvent {

    /// It was issued, for the first and only time.
    record Issued(Certificate certificate) implements CertificateEvent {}

    /// It was taken back for good.
    record Revoked(Certificate certificate) implements CertificateEvent {}
}
