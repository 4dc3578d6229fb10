package dev.lectern.events.assessment;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.util.UUID;

/// There is a new assignment. It never changes, and lessons of its course can show it.
@EventType("assessment.assignment-written.v1")
public record AssignmentWritten(UUID assignmentId, UUID courseId) implements ContractEvent {}
