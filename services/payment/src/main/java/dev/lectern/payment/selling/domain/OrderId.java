package dev.lectern.payment.selling.domain;

import dev.lectern.common.id.Ids;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// The identity of an order; also the key under which a seat is held and granted.
@Embeddable
public record OrderId(UUID value) implements Serializable {

    public static OrderId next() {
        return new OrderId(Ids.next());
    }
}
