package dev.lectern.enrollment.enrolling.application;

import dev.lectern.enrollment.enrolling.domain.WaitlistStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A place in a waitlist as its learner sees it.
///
/// @param position how many wait up to here, 1 for the next; null when nobody waits here any more
/// @param status WAITING; OFFERED while a seat is kept; SEATED, LAPSED or LEFT when it is over
/// @param orderId the order that is to be paid for the seat, null where none was offered
/// @param offeredUntil until when the seat is kept, null where none was offered
public record WaitlistView(
        UUID id,
        UUID runId,
        UUID courseId,
        @Nullable Integer position,
        WaitlistStatus status,
        Instant joinedAt,
        @Nullable UUID orderId,
        @Nullable Instant offeredUntil) {}
