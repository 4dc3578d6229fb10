package dev.lectern.course.authoring.domain;

import dev.lectern.common.id.Ids;
import java.util.UUID;

/// The identity of a section.
public record SectionId(UUID value) {

    static SectionId next() {
        return new SectionId(Ids.next());
    }
}
