package dev.lectern.course.authoring.domain;

import dev.lectern.common.id.Ids;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// The identity of a course.
@Embeddable
public record CourseId(UUID value) implements Serializable {

    public static CourseId next() {
        return new CourseId(Ids.next());
    }
}
