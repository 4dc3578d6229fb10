package dev.lectern.stripe;

import java.util.UUID;

/// What Stripe keeps, by the name it has there.
enum Kind {
    SESSION("checkout.session", "cs_test_"),
    PAYMENT_INTENT("payment_intent", "pi_"),
    CHARGE("charge", "ch_"),
    REFUND("refund", "re_"),
    EVENT("event", "evt_");

    private final String object;
    private final String prefix;

    Kind(String object, String prefix) {
        this.object = object;
        this.prefix = prefix;
    }

    String object() {
        return object;
    }

    String newId() {
        return prefix + UUID.randomUUID().toString().replace("-", "");
    }
}
