package dev.lectern.enrollment.enrolling.domain;

/// Somebody waits, is offered a seat, or does not wait any more.
public record WaitlistChanged(WaitlistEntry entry) {}
