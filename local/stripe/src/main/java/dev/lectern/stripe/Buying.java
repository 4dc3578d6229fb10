package dev.lectern.stripe;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// What a buyer does with an open session, and what comes of it.
record Buying(Store store, Webhooks webhooks) {

    static final String DECLINED = "Your card was declined.";

    static boolean isOpen(ObjectNode session) {
        return Store.text(session, "status").equals("open");
    }

    /// A session by its id, or the latest one of an order.
    Optional<ObjectNode> session(String idOrOrder) {
        return store.find(Kind.SESSION, idOrOrder)
                .or(() ->
                        store.all(Kind.SESSION)
                                .filter(one ->
                                        Store.text(one, "client_reference_id").equals(idOrOrder))
                                .reduce((_, later) -> later));
    }

    void pay(ObjectNode session) {
        session.put("status", "complete").putNull("url");
        if (session.path("amount_total").asLong() == 0) {
            // Nothing to pay: Stripe makes no payment of it.
            session.put("payment_status", "no_payment_required");
        } else {
            session.put("payment_status", "paid");
            var intent = intentOf(session);
            var charge = charge(intent, true);
            intent.put("status", "succeeded")
                    .put("amount_received", intent.path("amount").asLong())
                    .put("latest_charge", Store.text(charge, "id"))
                    .putNull("last_payment_error");
            webhooks.tell("payment_intent.succeeded", intent);
        }
        webhooks.tell("checkout.session.completed", forEvents(session));
    }

    /// The session stays open: the buyer may try again.
    void decline(ObjectNode session) {
        var intent = intentOf(session);
        var charge = charge(intent, false);
        intent.put("status", "requires_payment_method")
                .put("latest_charge", Store.text(charge, "id"));
        intent.putObject("last_payment_error")
                .put("type", "card_error")
                .put("code", "card_declined")
                .put("decline_code", "generic_decline")
                .put("message", DECLINED);
        webhooks.tell("payment_intent.payment_failed", intent);
    }

    void expire(ObjectNode session) {
        session.put("status", "expired").putNull("url");
        webhooks.tell("checkout.session.expired", forEvents(session));
    }

    private ObjectNode intentOf(ObjectNode session) {
        return store.find(Kind.PAYMENT_INTENT, Store.text(session, "payment_intent"))
                .orElseGet(() -> newIntent(session));
    }

    private ObjectNode newIntent(ObjectNode session) {
        var intent =
                store.create(Kind.PAYMENT_INTENT)
                        .put("amount", session.path("amount_total").asLong())
                        .put("amount_received", 0)
                        .put("currency", Store.text(session, "currency"))
                        .put("status", "requires_payment_method")
                        .putNull("latest_charge");
        intent.set("metadata", session.path(NewSession.FOR_THE_PAYMENT).deepCopy());
        session.put("payment_intent", Store.text(intent, "id"));
        return intent;
    }

    private ObjectNode charge(ObjectNode intent, boolean paid) {
        var charge =
                store.create(Kind.CHARGE)
                        .put("payment_intent", Store.text(intent, "id"))
                        .put("amount", intent.path("amount").asLong())
                        .put("amount_captured", paid ? intent.path("amount").asLong() : 0)
                        .put("amount_refunded", 0)
                        .put("currency", Store.text(intent, "currency"))
                        .put("status", paid ? "succeeded" : "failed")
                        .put("paid", paid)
                        .put("captured", paid)
                        .put("refunded", false);
        charge.set("metadata", intent.path("metadata").deepCopy());
        return charge;
    }

    private static ObjectNode forEvents(ObjectNode session) {
        var told = session.deepCopy();
        hideInner(told);
        return told;
    }

    /// Takes out of a copy what Stripe does not tell unasked.
    static void hideInner(ObjectNode session) {
        session.remove("line_items");
        session.remove(NewSession.FOR_THE_PAYMENT);
    }
}
