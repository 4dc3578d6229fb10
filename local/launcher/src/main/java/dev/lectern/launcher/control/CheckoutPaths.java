package dev.lectern.launcher.control;

import dev.lectern.stripe.Outcome;
import dev.lectern.stripe.StripeStandIn;
import java.util.Optional;
import java.util.regex.MatchResult;

/// `POST /stripe/checkouts/{id}/pay`, `/decline` and `/cancel`: what a buyer would press;
/// `/expire`, `/hold-refund` and `/settle-refund`: what time or a bank would do.
final class CheckoutPaths extends ControlPaths {

    private final Optional<StripeStandIn> stripe;

    CheckoutPaths(Optional<StripeStandIn> stripe) {
        super("/stripe/checkouts/([^/]+)/(pay|decline|cancel|expire|hold-refund|settle-refund)");
        this.stripe = stripe;
    }

    @Override
    Answer obey(MatchResult path, String body) {
        String checkout = path.group(1);
        return stripe.map(standIn -> answer(checkout, pressed(standIn, checkout, path.group(2))))
                .orElseGet(CheckoutPaths::external);
    }

    private static Answer answer(String checkout, Outcome outcome) {
        return switch (outcome) {
            case DONE -> new Answer.Done();
            case UNKNOWN_CHECKOUT -> unknown(checkout);
            case NOT_OPEN ->
                    new Answer.Refused(
                            409,
                            "CHECKOUT_NOT_OPEN",
                            "The checkout " + checkout + " was paid or has expired.");
        };
    }

    static Answer unknown(String checkout) {
        return new Answer.Refused(
                404,
                "NOT_FOUND",
                "No checkout has the id " + checkout + " or is of such an order.");
    }

    static Answer external() {
        return new Answer.Refused(
                409,
                "STRIPE_EXTERNAL",
                "Stripe itself takes payments here; start without STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET.");
    }

    private static Outcome pressed(StripeStandIn standIn, String checkout, String button) {
        return switch (button) {
            case "pay" -> standIn.pay(checkout);
            case "decline" -> standIn.decline(checkout);
            case "expire" -> standIn.expire(checkout);
            case "hold-refund" -> standIn.holdRefunds(checkout);
            case "settle-refund" -> standIn.endRefunds(checkout, true);
            default -> standIn.cancel(checkout);
        };
    }
}
