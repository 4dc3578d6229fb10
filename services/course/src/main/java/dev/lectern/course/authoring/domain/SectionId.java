package dev.lectern.course.authoring.domain;

import dev.lectern.common.id.Ids;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// The identity of a section.
@Embeddable
public record SectionId(UUID value) implements Serializable {

    static SectionId next() {
        return new SectionId(Ids.next());
    }
}
