package dev.lectern.enrollment.enrolling.domain;

/// What can happen to an enrollment.
public sealed interface EnrollmentEvent {

    /// The enrollment it happened to, as it is after it.
    Enrollment enrollment();

    /// A learner got a seat.
    record Granted(Enrollment enrollment) implements EnrollmentEvent {}

    /// Access is taken away for the time being.
    record Suspended(Enrollment enrollment) implements EnrollmentEvent {}

    /// Suspended access is given back.
    record Restored(Enrollment enrollment) implements EnrollmentEvent {}

    /// Access is taken away for good.
    record Revoked(Enrollment enrollment) implements EnrollmentEvent {}

    /// The time of the enrollment is over.
    record Expired(Enrollment enrollment) implements EnrollmentEvent {}
}
