package dev.lectern.course.authoring.domain;

import dev.lectern.common.id.Ids;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// The identity of a lesson; content keeps its body under it.
@Embeddable
public record LessonId(UUID value) implements Serializable {

    static LessonId next() {
        return new LessonId(Ids.next());
    }
}
