package dev.lectern.events.gamification;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.time.Instant;
import java.util.UUID;

/// Points are taken back, because access to their course was.
///
/// @param entryId the line of the ledger that takes them back
/// @param reversedEntryId the line that had given them
/// @param points how many, as a positive number
@EventType("gamification.points-reversed.v1")
public record PointsReversed(
        UUID entryId,
        UUID reversedEntryId,
        UUID learnerId,
        UUID courseId,
        int points,
        Instant reversedAt)
        implements ContractEvent {}
