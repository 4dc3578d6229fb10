package dev.lectern.events.gamification;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.time.LocalDate;
import java.util.UUID;

/// A learner has learned on one more day in a row.
///
/// @param days how many by now, two or more
/// @param lastDay the last of them, where the learner lives
@EventType("gamification.streak-extended.v1")
public record StreakExtended(UUID learnerId, int days, LocalDate lastDay)
        implements ContractEvent {}
