package dev.lectern.user.applications.domain;

/// Where an application stands. APPROVED and REJECTED are final; who was rejected may apply again.
public enum ApplicationStatus {
    PENDING,
    APPROVED,
    REJECTED
}
