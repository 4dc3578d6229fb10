package dev.lectern.stripe;

import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// Answers to requests that must not be done twice. A request that was refused changed nothing, and
/// its key stays free.
record IdempotencyKeys(Store store) {

    /// An answer, and whether it was given before.
    record Once(ObjectNode answer, boolean replayed) {}

    /// @param request all of it, to tell a repetition from another request under the same key
    Once once(String key, String request, Supplier<ObjectNode> work) {
        var kept = store.shelf("idempotency_keys").path(key);
        if (kept instanceof ObjectNode earlier) {
            if (!Store.text(earlier, "request").equals(request)) {
                throw StripeError.keyUsedForAnother(key);
            }
            return new Once((ObjectNode) earlier.path("answer"), true);
        }
        var answer = work.get();
        store.shelf("idempotency_keys")
                .putObject(key)
                .put("request", request)
                .set("answer", answer.deepCopy());
        return new Once(answer, false);
    }
}
