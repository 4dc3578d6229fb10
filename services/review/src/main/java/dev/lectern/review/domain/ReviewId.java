package dev.lectern.review.domain;

import dev.lectern.common.id.Ids;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// The identity of a review.
@Embeddable
public record ReviewId(UUID value) implements Serializable {

    static ReviewId next() {
        return new ReviewId(Ids.next());
    }
}
