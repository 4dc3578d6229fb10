package dev.lectern.events.enrollment;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody waits for a seat of a run that is sold out, is offered one, or does not wait any more.
///
/// @param status WAITING, OFFERED, SEATED, LAPSED or LEFT
/// @param orderId the order a seat is kept for, which payment places; absent where none ever was
/// @param offeredUntil until when it is to be paid, absent where no seat was offered
@EventType("enrollment.waitlist-changed.v1")
public record EnrollmentWaitlistChanged(
        UUID entryId,
        UUID learnerId,
        UUID courseId,
        UUID runId,
        String status,
        @Nullable UUID orderId,
        @Nullable Instant offeredUntil)
        implements ContractEvent {}
