package dev.lectern.auth.domain;

import dev.lectern.common.id.Ids;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// Names one secret given to one authenticator.
@Embeddable
public record EnrolmentId(UUID value) implements Serializable {

    public static EnrolmentId next() {
        return new EnrolmentId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
