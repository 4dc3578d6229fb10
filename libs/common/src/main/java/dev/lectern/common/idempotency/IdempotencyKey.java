package dev.lectern.common.idempotency;

import dev.lectern.common.problem.GenericRefusal;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The `Idempotency-Key` of a request. A controller that takes it refuses a request without one.
public record IdempotencyKey(String value) {

    private static final String VISIBLE = "[\\x21-\\x7e]{1,64}";

    public IdempotencyKey {
        if (!value.matches(VISIBLE)) {
            throw GenericRefusal.idempotencyKeyRequired();
        }
    }

    static IdempotencyKey parse(@Nullable String header) {
        return new IdempotencyKey(Objects.requireNonNullElse(header, ""));
    }

    /// The intent this key stands for.
    ///
    /// @param operation the name of the operation, the same key may serve two operations
    /// @param body what was asked for, path variables included; another body under the same key is
    ///   refused
    public Intent of(UUID caller, String operation, Object body) {
        return of(caller.toString(), operation, body);
    }

    /// As above for a caller without a token, who is named by a hash of the e-mail address.
    public Intent of(String caller, String operation, Object body) {
        return new Intent(caller, operation, value, body);
    }

    /// One caller wanting one thing.
    public record Intent(String caller, String operation, String key, Object body) {}
}
