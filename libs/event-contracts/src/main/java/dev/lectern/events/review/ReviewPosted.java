package dev.lectern.events.review;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.time.Instant;
import java.util.UUID;

/// A learner has reviewed a course; told once a learner and course, edits are not told.
///
/// @param enrollmentId the enrollment that allowed it
/// @param rating 1 to 5
@EventType("review.posted.v1")
public record ReviewPosted(
        UUID reviewId,
        UUID learnerId,
        UUID courseId,
        UUID enrollmentId,
        int rating,
        Instant postedAt)
        implements ContractEvent {}
