package dev.lectern.assessment.authoring.domain;

import dev.lectern.common.id.Ids;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// The identity of a revision of a quiz, named by the published versions that show it.
@Embeddable
public record RevisionId(UUID value) implements Serializable {

    static RevisionId next() {
        return new RevisionId(Ids.next());
    }
}
