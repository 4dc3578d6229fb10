package dev.lectern.enrollment.enrolling.domain;

import dev.lectern.common.problem.Refusal;
import java.time.Instant;
import java.util.List;

/// Why nobody gets a seat this time.
public final class EnrollmentRefused extends Refusal {

    private EnrollmentRefused(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static EnrollmentRefused soldOut(RunId run) {
        var refused =
                new EnrollmentRefused(
                        Kind.CONFLICT,
                        "SOLD_OUT",
                        "Every seat of this run is taken. Join its waitlist.");
        refused.with("runId", run.value());
        return refused;
    }

    static EnrollmentRefused notOpenYet(Instant opensAt) {
        return new EnrollmentRefused(
                Kind.CONFLICT, "RUN_CLOSED", "Enrolling in this run opens at " + opensAt + ".");
    }

    static EnrollmentRefused closed() {
        return new EnrollmentRefused(
                Kind.CONFLICT, "RUN_CLOSED", "Enrolling in this run is over. Choose another run.");
    }

    static EnrollmentRefused withdrawn() {
        return new EnrollmentRefused(
                Kind.CONFLICT, "RUN_CLOSED", "The course is not offered any more.");
    }

    public static EnrollmentRefused alreadyEnrolled() {
        return new EnrollmentRefused(
                Kind.CONFLICT, "ALREADY_ENROLLED", "You are already enrolled in this run.");
    }

    public static EnrollmentRefused alreadyWaiting() {
        return new EnrollmentRefused(
                Kind.CONFLICT, "ALREADY_WAITING", "You are on the waitlist of this run.");
    }

    static EnrollmentRefused seatsAvailable() {
        return new EnrollmentRefused(
                Kind.CONFLICT,
                "SEATS_AVAILABLE",
                "This run has free seats. Enroll, or place an order.");
    }

    static EnrollmentRefused notWaiting(WaitlistStatus status) {
        return new EnrollmentRefused(
                Kind.CONFLICT, "NOT_WAITING", "You are not waiting any more: " + status + ".");
    }

    public static EnrollmentRefused paymentRequired() {
        return new EnrollmentRefused(
                Kind.CONFLICT, "PAYMENT_REQUIRED", "This course has a price. Place an order.");
    }

    /// @param percent how much of the course the learner has done
    public static EnrollmentRefused consumed(int percent, int most) {
        var refused =
                new EnrollmentRefused(
                        Kind.RULE,
                        "REFUND_NOT_ELIGIBLE",
                        "The order can no longer be refunded by rule. Ask support.");
        refused.because(
                List.of(
                        new Fault(
                                "CONSUMED",
                                "/maxPercent",
                                percent
                                        + " % of the course are done; "
                                        + most
                                        + " % are the most.")));
        return refused;
    }

    static EnrollmentRefused holdExpired() {
        return new EnrollmentRefused(
                Kind.CONFLICT, "HOLD_EXPIRED", "The seat was held too long ago. Order again.");
    }

    static EnrollmentRefused capacityBelowTaken(int inUse) {
        return new EnrollmentRefused(
                Kind.CONFLICT,
                "CAPACITY_BELOW_TAKEN",
                inUse + " seats are taken or held; the capacity cannot be lower.");
    }

    static EnrollmentRefused notInForce(EnrollmentStatus status) {
        return new EnrollmentRefused(
                Kind.CONFLICT,
                "ENROLLMENT_NOT_IN_FORCE",
                "The enrollment is " + status + " and can no longer change.");
    }
}
