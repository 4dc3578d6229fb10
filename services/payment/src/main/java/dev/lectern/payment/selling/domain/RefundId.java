package dev.lectern.payment.selling.domain;

import dev.lectern.common.id.Ids;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// The identity of a refund; also its key at the provider.
@Embeddable
public record RefundId(UUID value) implements Serializable {

    static RefundId next() {
        return new RefundId(Ids.next());
    }
}
