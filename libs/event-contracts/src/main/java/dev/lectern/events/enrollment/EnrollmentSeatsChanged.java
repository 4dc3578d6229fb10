package dev.lectern.events.enrollment;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The seats of a run as they are now.
///
/// @param capacity absent for no limit
/// @param taken seats of active and suspended enrollments
/// @param held seats kept for orders that are being paid
@EventType("enrollment.seats-changed.v1")
public record EnrollmentSeatsChanged(
        UUID runId, UUID courseId, @Nullable Integer capacity, int taken, int held)
        implements ContractEvent {}
