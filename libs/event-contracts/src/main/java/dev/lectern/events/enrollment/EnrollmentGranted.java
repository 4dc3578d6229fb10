package dev.lectern.events.enrollment;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A learner may learn a course, in the version that was offered at that moment.
///
/// @param status ACTIVE, or what has become of it since when it is told again
/// @param orderId the order it was bought with, absent for a free enrollment
/// @param expiresAt when access ends, absent for never
@EventType("enrollment.granted.v1")
public record EnrollmentGranted(
        UUID enrollmentId,
        UUID learnerId,
        UUID courseId,
        UUID runId,
        int courseVersion,
        String status,
        @Nullable UUID orderId,
        Instant grantedAt,
        @Nullable Instant expiresAt)
        implements ContractEvent {}
