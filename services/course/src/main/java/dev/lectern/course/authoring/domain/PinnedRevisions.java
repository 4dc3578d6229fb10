package dev.lectern.course.authoring.domain;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The revisions of lesson bodies that content promised to keep for a version; a lesson whose body
/// is empty has none.
public record PinnedRevisions(Map<UUID, UUID> byLesson) {

    public PinnedRevisions {
        byLesson = Map.copyOf(byLesson);
    }

    public static PinnedRevisions none() {
        return new PinnedRevisions(Map.of());
    }

    Set<UUID> lessons() {
        return byLesson.keySet();
    }

    @Nullable UUID of(UUID lesson) {
        return byLesson.get(lesson);
    }
}
