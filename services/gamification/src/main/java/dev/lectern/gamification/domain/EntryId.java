package dev.lectern.gamification.domain;

import dev.lectern.common.id.Ids;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// The identity of a line of the ledger.
@Embeddable
public record EntryId(UUID value) implements Serializable {

    static EntryId next() {
        return new EntryId(Ids.next());
    }
}
