package dev.lectern.events.content;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.util.UUID;

/// The draft body of a lesson has a new revision.
///
/// @param empty whether there is nothing in it to read
@EventType("content.lesson-changed.v1")
public record LessonChanged(UUID lessonId, UUID courseId, UUID revisionId, boolean empty)
        implements ContractEvent {}
