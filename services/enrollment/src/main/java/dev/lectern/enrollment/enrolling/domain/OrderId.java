package dev.lectern.enrollment.enrolling.domain;

import dev.lectern.common.id.Ids;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// The identity of an order, and the key under which a seat is held and granted. Made by payment,
/// except where a seat is kept for an order that payment is still to place.
@Embeddable
public record OrderId(UUID value) implements Serializable {

    static OrderId next() {
        return new OrderId(Ids.next());
    }
}
