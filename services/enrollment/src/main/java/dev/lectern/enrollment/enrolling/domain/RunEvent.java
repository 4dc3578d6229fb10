package dev.lectern.enrollment.enrolling.domain;

import java.util.UUID;

/// What can happen to the seats of a run.
public sealed interface RunEvent {

    /// More or fewer seats are free now.
    record SeatsChanged(Run run) implements RunEvent {}

    /// A paid order cannot have its seat.
    record GrantRefused(Run run, OrderId order, UUID learnerId, EnrollmentRefused reason)
            implements RunEvent {}
}
