package dev.lectern.assessment.authoring.domain;

import dev.lectern.common.id.Ids;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// The identity of one import of a file.
@Embeddable
public record ImportId(UUID value) implements Serializable {

    public static ImportId next() {
        return new ImportId(Ids.next());
    }
}
