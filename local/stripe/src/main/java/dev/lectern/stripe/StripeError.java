package dev.lectern.stripe;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A refusal as Stripe words it.
final class StripeError extends RuntimeException {

    private static final String INVALID_REQUEST = "invalid_request_error";

    private final int status;
    private final String type;
    private final @Nullable String code;
    private final @Nullable String param;
    private boolean begun;

    private StripeError(
            int status,
            String type,
            @Nullable String code,
            @Nullable String param,
            String message) {
        super(message);
        this.status = status;
        this.type = type;
        this.code = code;
        this.param = param;
    }

    static StripeError invalid(@Nullable String code, @Nullable String param, String message) {
        return new StripeError(400, INVALID_REQUEST, code, param, message);
    }

    static StripeError required(String param) {
        return invalid("parameter_missing", param, "Missing required param: " + param + ".");
    }

    static StripeError missing(Kind kind, String id) {
        return new StripeError(
                404,
                INVALID_REQUEST,
                "resource_missing",
                "id",
                "No such %s: '%s'".formatted(kind.object(), id));
    }

    static StripeError noSuchPath(String method, String path) {
        return new StripeError(
                404,
                INVALID_REQUEST,
                null,
                null,
                "Unrecognized request URL (%s: %s).".formatted(method, path));
    }

    static StripeError wrongKey(Optional<String> key) {
        String message =
                key.map(given -> "Invalid API Key provided: " + masked(given))
                        .orElse("You did not provide an API key.");
        return new StripeError(401, INVALID_REQUEST, null, null, message);
    }

    static StripeError keyUsedForAnother(String key) {
        return new StripeError(
                400,
                "idempotency_error",
                null,
                null,
                "Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '%s' if you meant to execute a different request."
                        .formatted(key));
    }

    static StripeError down() {
        return new StripeError(503, "api_error", null, null, "Stripe is unavailable.");
    }

    /// The same, found out when it was being done: under its key it is answered again.
    StripeError begun() {
        begun = true;
        return this;
    }

    boolean hasBegun() {
        return begun;
    }

    int status() {
        return status;
    }

    ObjectNode json() {
        var json = Store.node();
        var error = json.putObject("error").put("type", type).put("message", getMessage());
        if (code != null) {
            error.put("code", code);
        }
        if (param != null) {
            error.put("param", param);
        }
        return json;
    }

    /// Enough to recognise a key by, not enough to use it.
    private static String masked(String key) {
        return key.length() < 12
                ? "*".repeat(key.length())
                : key.substring(0, 7) + "****" + key.substring(key.length() - 4);
    }
}
