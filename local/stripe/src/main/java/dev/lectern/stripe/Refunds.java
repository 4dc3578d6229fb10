package dev.lectern.stripe;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// `/v1/refunds`: a payment can be given back in parts, and never more than was paid.
record Refunds(Store store, Webhooks webhooks) {

    private static final String PATH = "/v1/refunds";
    private static final String HELD = "held_refunds";

    List<Route> routes() {
        return List.of(
                Route.post(PATH, (_, form) -> create(form)),
                Route.get(PATH, (_, form) -> list(form)),
                Route.get(PATH + "/([^/]+)", (id, _) -> store.get(Kind.REFUND, id)));
    }

    /// From now on what is given back of a payment stays with the bank of its buyer.
    void hold(String intent) {
        store.shelf(HELD).put(intent, true);
    }

    /// Ends what is on its way back of a payment: the bank of its buyer takes it, or sends it back.
    void end(String intent, boolean isTaken) {
        store.shelf(HELD).remove(intent);
        store.all(Kind.REFUND)
                .filter(refund -> Store.text(refund, "payment_intent").equals(intent))
                .filter(refund -> Store.text(refund, "status").equals("pending"))
                .forEach(refund -> {
                    if (isTaken) {
                        refund.put("status", "succeeded");
                    } else {
                        refund.put("status", "failed")
                                .put("failure_reason", "expired_or_canceled_card");
                        refund(
                                store.get(Kind.CHARGE, Store.text(refund, "charge")),
                                -refund.path("amount").asLong());
                        webhooks.tell("refund.failed", refund);
                    }
                    webhooks.tell("refund.updated", refund);
                });
    }

    private ObjectNode create(Form form) {
        var charge = store.get(Kind.CHARGE, chargeId(form));
        long amount = amount(form, charge);
        var refund =
                store.create(Kind.REFUND)
                        .put("amount", amount)
                        .put("currency", Store.text(charge, "currency"))
                        .put("charge", Store.text(charge, "id"))
                        .put("payment_intent", Store.text(charge, "payment_intent"))
                        .put("reason", form.text("reason").orElse(null))
                        .put("status", isHeld(charge) ? "pending" : "succeeded");
        refund.set("metadata", form.map("metadata"));
        refund(charge, amount);
        webhooks.tell("charge.refunded", charge);
        webhooks.tell("refund.updated", refund);
        return refund;
    }

    private static void refund(ObjectNode charge, long amount) {
        long refunded = charge.path("amount_refunded").asLong() + amount;
        charge.put("amount_refunded", refunded)
                .put("refunded", refunded == charge.path("amount").asLong());
    }

    private boolean isHeld(ObjectNode charge) {
        return store.shelf(HELD).has(Store.text(charge, "payment_intent"));
    }

    private ObjectNode list(Form form) {
        return form.text("charge")
                .map(charge -> store.list(Kind.REFUND, "charge", form.text("charge")))
                .orElseGet(() ->
                        store.list(Kind.REFUND, "payment_intent", form.text("payment_intent")));
    }

    private String chargeId(Form form) {
        return form.text("charge").orElseGet(() -> chargeOf(form.required("payment_intent")));
    }

    private String chargeOf(String intentId) {
        var intent = store.get(Kind.PAYMENT_INTENT, intentId);
        if (!Store.text(intent, "status").equals("succeeded")) {
            throw StripeError.invalid(
                            null,
                            "payment_intent",
                            "This PaymentIntent (%s) does not have a successful charge to refund."
                                    .formatted(intentId))
                    .begun();
        }
        return Store.text(intent, "latest_charge");
    }

    private static long amount(Form form, ObjectNode charge) {
        long left =
                charge.path("amount_captured").asLong() - charge.path("amount_refunded").asLong();
        if (left == 0) {
            throw StripeError.invalid(
                            "charge_already_refunded",
                            null,
                            "Charge %s has already been refunded."
                                    .formatted(Store.text(charge, "id")))
                    .begun();
        }
        long amount = form.integer("amount").orElse(left);
        if (amount < 1) {
            throw StripeError.invalid(
                    "parameter_invalid_integer",
                    "amount",
                    "This value must be greater than or equal to 1.");
        }
        if (amount > left) {
            String currency = Store.text(charge, "currency");
            throw StripeError.invalid(
                            null,
                            "amount",
                            "Refund amount (%s) is greater than unrefunded amount on charge (%s)"
                                    .formatted(
                                            Price.of(amount, currency), Price.of(left, currency)))
                    .begun();
        }
        return amount;
    }
}
