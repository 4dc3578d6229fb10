package dev.lectern.stripe;

import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// Answers to requests that must not be done twice. What is wrong on its face is refused before it
/// is begun and leaves its key free; what was refused while it was done is refused again.
record IdempotencyKeys(Store store) {

    private static final int OK = 200;

    void forget() {
        store.shelf("idempotency_keys").removeAll();
    }

    /// An answer, and whether it was given before.
    record Once(int status, ObjectNode answer, boolean replayed) {

        static Once of(ObjectNode answer) {
            return new Once(OK, answer, false);
        }

        static Once of(StripeError refused) {
            return new Once(refused.status(), refused.json(), false);
        }
    }

    /// @param request all of it, to tell a repetition from another request under the same key
    Once once(String key, String request, Supplier<ObjectNode> work) {
        var kept = store.shelf("idempotency_keys").path(key);
        if (kept instanceof ObjectNode earlier) {
            if (!Store.text(earlier, "request").equals(request)) {
                throw StripeError.keyUsedForAnother(key);
            }
            return new Once(
                    earlier.path("status").asInt(OK), (ObjectNode) earlier.path("answer"), true);
        }
        var done = done(work);
        store.shelf("idempotency_keys")
                .putObject(key)
                .put("request", request)
                .put("status", done.status())
                .set("answer", done.answer().deepCopy());
        return done;
    }

    private static Once done(Supplier<ObjectNode> work) {
        try {
            return Once.of(work.get());
        } catch (StripeError refused) {
            if (!refused.hasBegun()) {
                throw refused;
            }
            return Once.of(refused);
        }
    }
}
