package dev.lectern.enrollment.enrolling.domain;

/// How somebody stands who waits for a seat.
public enum WaitlistStatus {
    WAITING,
    /// A seat is kept, and an order for it is there to be paid.
    OFFERED,
    /// The learner has a seat.
    SEATED,
    /// The seat was not paid in time; it went to the next.
    LAPSED,
    /// The learner does not want a seat any more.
    LEFT
}
