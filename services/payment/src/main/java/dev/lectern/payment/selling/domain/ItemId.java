package dev.lectern.payment.selling.domain;

import dev.lectern.common.id.Ids;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// The identity of what is bought in an order.
@Embeddable
public record ItemId(UUID value) implements Serializable {

    static ItemId next() {
        return new ItemId(Ids.next());
    }
}
