package dev.lectern.auth.domain;

import dev.lectern.common.id.Ids;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;

/// Names one API key.
@Embeddable
public record ApiKeyId(UUID value) implements Serializable {

    private static final String CLIENT = "key-";

    public static ApiKeyId next() {
        return new ApiKeyId(Ids.next());
    }

    /// The key behind the name of a client; empty for the name of any other client.
    public static Optional<ApiKeyId> ofClient(String clientId) {
        if (!clientId.startsWith(CLIENT)) {
            return Optional.empty();
        }
        try {
            var id = new ApiKeyId(UUID.fromString(clientId.substring(CLIENT.length())));
            // Other spellings of the same number name nobody.
            return Optional.of(id).filter(one -> one.clientId().equals(clientId));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// What its program calls itself where it gets its tokens.
    public String clientId() {
        return CLIENT + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
