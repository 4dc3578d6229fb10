package dev.lectern.enrollment.enrolling.domain;

/// Where an enrollment stands. ACTIVE and SUSPENDED occupy a seat, REVOKED and EXPIRED are final.
public enum EnrollmentStatus {
    ACTIVE,
    SUSPENDED,
    REVOKED,
    EXPIRED
}
