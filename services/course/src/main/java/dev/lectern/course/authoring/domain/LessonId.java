package dev.lectern.course.authoring.domain;

import dev.lectern.common.id.Ids;
import java.util.UUID;

/// The identity of a lesson; content keeps its body under it.
public record LessonId(UUID value) {

    static LessonId next() {
        return new LessonId(Ids.next());
    }
}
