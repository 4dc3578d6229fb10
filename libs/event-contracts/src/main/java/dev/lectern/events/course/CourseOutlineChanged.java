package dev.lectern.events.course;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.util.List;
import java.util.UUID;

/// The whole outline of a draft as it is now; every lesson listed has a body to write.
@EventType("course.outline-changed.v1")
public record CourseOutlineChanged(UUID courseId, List<Lesson> lessons) implements ContractEvent {

    /// A lesson of the draft.
    ///
    /// @param kind ARTICLE, VIDEO, QUIZ or ASSIGNMENT
    public record Lesson(UUID lessonId, String title, String kind) {}
}
