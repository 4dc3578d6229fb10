package dev.lectern.enrollment.progress.domain;

/// What a device can report.
public enum FactType {
    OPENED,
    WATCHED,
    COMPLETED
}
