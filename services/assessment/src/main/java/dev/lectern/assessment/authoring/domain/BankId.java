package dev.lectern.assessment.authoring.domain;

import dev.lectern.common.id.Ids;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// The identity of a bank.
@Embeddable
public record BankId(UUID value) implements Serializable {

    static BankId next() {
        return new BankId(Ids.next());
    }
}
