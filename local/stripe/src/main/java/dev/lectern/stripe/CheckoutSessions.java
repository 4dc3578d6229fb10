package dev.lectern.stripe;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/// `/v1/checkout/sessions`.
///
/// @param url of the stand-in, under which the hosted pages are
/// @param created told of each new session
record CheckoutSessions(Store store, Buying buying, String url, Consumer<ObjectNode> created) {

    private static final String PATH = "/v1/checkout/sessions";

    List<Route> routes() {
        return List.of(
                Route.post(PATH, (_, form) -> create(form)),
                Route.get(PATH, (_, form) -> list(form)),
                Route.get(PATH + "/([^/]+)", this::get),
                Route.post(PATH + "/([^/]+)/expire", this::expire));
    }

    private ObjectNode create(Form form) {
        var asked = NewSession.of(form, store.now());
        var session = store.create(Kind.SESSION);
        asked.writeTo(session);
        session.put("url", url + "/pay/" + Store.text(session, "id"));
        created.accept(session);
        return shown(session, form);
    }

    private ObjectNode list(Form form) {
        var list = store.list(Kind.SESSION, "payment_intent", form.text("payment_intent"));
        list.path("data").forEach(session -> Buying.hideInner((ObjectNode) session));
        return list;
    }

    private ObjectNode get(String id, Form form) {
        return shown(store.get(Kind.SESSION, id), form);
    }

    private ObjectNode expire(String id, Form form) {
        var session = store.get(Kind.SESSION, id);
        if (!Buying.isOpen(session)) {
            throw StripeError.invalid(
                            null,
                            null,
                            "Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a status of %s."
                                    .formatted(Store.text(session, "status")))
                    .begun();
        }
        buying.expire(session);
        return shown(session, form);
    }

    /// Stripe tells of the line items, and of what a reference leads to, only when it is asked.
    private ObjectNode shown(ObjectNode session, Form form) {
        var shown = session.deepCopy();
        Buying.hideInner(shown);
        if (form.expands("line_items")) {
            shown.set("line_items", session.path("line_items").deepCopy());
        }
        if (form.expands("payment_intent")) {
            Optional.of(Store.text(session, "payment_intent"))
                    .flatMap(id -> store.find(Kind.PAYMENT_INTENT, id))
                    .ifPresent(intent -> shown.set("payment_intent", intent.deepCopy()));
        }
        return shown;
    }
}
