package dev.lectern.payment.selling.domain;

import dev.lectern.common.problem.Refusal;
import dev.lectern.payment.pricing.domain.Money;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// Why an order, its payment or its refund is not taken.
public final class OrderRefused extends Refusal {

    private static final Duration SOON = Duration.ofSeconds(2);

    private OrderRefused(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static Refusal courseFree() {
        return new OrderRefused(
                Kind.CONFLICT, "COURSE_FREE", "This course costs nothing. Enroll in it directly.");
    }

    public static Refusal orderOpen(UUID order) {
        return orderOpen().with("orderId", order);
    }

    public static Refusal orderOpen() {
        return new OrderRefused(
                Kind.CONFLICT,
                "ORDER_OPEN",
                "You have an order for this run that waits to be paid. Pay it, or let it expire.");
    }

    /// @param code as enrollment said it
    public static Refusal noSeat(String code, UUID run) {
        return switch (code) {
            case "SOLD_OUT" ->
                    noSeat(
                            run,
                            new OrderRefused(
                                    Kind.CONFLICT,
                                    "SOLD_OUT",
                                    "Every seat of this run is taken. Join its waitlist."));
            case "RUN_CLOSED" ->
                    noSeat(
                            run,
                            new OrderRefused(
                                    Kind.CONFLICT,
                                    "RUN_CLOSED",
                                    "Enrolling in this run is not possible now. Choose another run."));
            case "ALREADY_ENROLLED" ->
                    noSeat(
                            run,
                            new OrderRefused(
                                    Kind.CONFLICT,
                                    "ALREADY_ENROLLED",
                                    "You are already enrolled in this run."));
            default -> noSeat(run, holdExpired());
        };
    }

    private static Refusal noSeat(UUID run, Refusal refused) {
        return refused.with("runId", run);
    }

    static Refusal holdExpired() {
        return new OrderRefused(
                Kind.CONFLICT,
                "HOLD_EXPIRED",
                "The time to pay is over and the seat was given back. Order again.");
    }

    static Refusal closed(OrderStatus status) {
        return new OrderRefused(
                        Kind.CONFLICT,
                        "ORDER_CLOSED",
                        "The order is " + status + ". This can no longer be done with it.")
                .with("orderStatus", status.name());
    }

    public static Refusal providerUnavailable() {
        return new OrderRefused(
                        Kind.UNAVAILABLE,
                        "PROVIDER_UNAVAILABLE",
                        "Payments do not go through just now. Your order is kept; try again.")
                .retryAfter(SOON);
    }

    /// @param why in the words of the provider
    public static Refusal checkoutRefused(String why) {
        return new OrderRefused(
                Kind.CONFLICT,
                "CHECKOUT_REFUSED",
                "The payment provider does not take this order: " + why);
    }

    public static Refusal signatureInvalid() {
        return new OrderRefused(
                Kind.INVALID,
                "SIGNATURE_INVALID",
                "The signature is missing, not ours or older than five minutes.");
    }

    static Refusal stillFulfilling() {
        return new OrderRefused(
                        Kind.CONFLICT,
                        "ORDER_IN_PROGRESS",
                        "The order was paid a moment ago and is being fulfilled. Send it again.")
                .retryAfter(SOON);
    }

    static Refusal alreadyRefunded() {
        return new OrderRefused(
                Kind.CONFLICT, "ALREADY_REFUNDED", "This order is refunded, or about to be.");
    }

    static Refusal refundInProgress() {
        return new OrderRefused(
                Kind.CONFLICT,
                "REFUND_IN_PROGRESS",
                "A part of the money is on its way back. Wait until the order says that it is there.");
    }

    /// @param left what can still go back
    static Refusal overCaptured(Money left) {
        return new OrderRefused(
                        Kind.RULE,
                        "OVER_CAPTURED",
                        "More than is left of the payment cannot go back. Ask for no more than"
                                + " `refundable`, in minor units, or leave the amount out for all"
                                + " of it.")
                .with("refundable", left.amount());
    }

    static Refusal windowPassed() {
        return notEligible("WINDOW_PASSED", "An order is refunded on demand for 30 days.");
    }

    /// @param reason CONSUMED or ENDED
    public static Refusal notEligible(String reason) {
        return notEligible(
                reason,
                reason.equals("CONSUMED")
                        ? "More than 30 % of the course are done."
                        : "Access to the course has ended already.");
    }

    private static Refusal notEligible(String reason, String detail) {
        return new OrderRefused(
                        Kind.RULE,
                        "REFUND_NOT_ELIGIBLE",
                        "The order cannot be refunded on demand. Ask support.")
                .with("reasons", List.of(reason))
                .because(List.of(new Fault(reason, "", detail)));
    }
}
