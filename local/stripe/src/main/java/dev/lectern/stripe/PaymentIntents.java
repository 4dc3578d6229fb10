package dev.lectern.stripe;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// `/v1/payment_intents`, which a checkout makes when somebody first tries to pay.
record PaymentIntents(Store store) {

    List<Route> routes() {
        return List.of(Route.get("/v1/payment_intents/([^/]+)", this::get));
    }

    private ObjectNode get(String id, Form form) {
        var shown = store.get(Kind.PAYMENT_INTENT, id).deepCopy();
        if (form.expands("latest_charge")) {
            store.find(Kind.CHARGE, Store.text(shown, "latest_charge"))
                    .ifPresent(charge -> shown.set("latest_charge", charge.deepCopy()));
        }
        return shown;
    }
}
