package dev.lectern.enrollment.enrolling.domain;

/// What can happen to the seats of a run.
public sealed interface RunEvent {

    /// More or fewer seats are free now.
    record SeatsChanged(Run run) implements RunEvent {}
}
