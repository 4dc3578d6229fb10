package dev.lectern.course.authoring.domain;

import dev.lectern.common.id.Ids;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// The identity of a run.
@Embeddable
public record RunId(UUID value) implements Serializable {

    static RunId next() {
        return new RunId(Ids.next());
    }
}
