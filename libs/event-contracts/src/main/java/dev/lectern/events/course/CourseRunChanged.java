package dev.lectern.events.course;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A run of a course as it is now; its capacity is kept by enrollment.
///
/// @param opensAt when enrolling begins, absent for at once
/// @param closesAt when enrolling ends, absent for never
@EventType("course.run-changed.v1")
public record CourseRunChanged(
        UUID runId, UUID courseId, @Nullable Instant opensAt, @Nullable Instant closesAt)
        implements ContractEvent {}
