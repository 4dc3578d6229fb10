package dev.lectern.review.domain;

import dev.lectern.common.id.Ids;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// The identity of an earlier edition of a review.
@Embeddable
public record EditionId(UUID value) implements Serializable {

    static EditionId next() {
        return new EditionId(Ids.next());
    }
}
