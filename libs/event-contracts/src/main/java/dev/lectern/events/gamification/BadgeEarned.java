package dev.lectern.events.gamification;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.time.Instant;
import java.util.UUID;

/// A learner has earned a badge; told once for each.
///
/// @param badge FIRST_COURSE, STREAK_7 or PERFECT_QUIZ
@EventType("gamification.badge-earned.v1")
public record BadgeEarned(UUID learnerId, String badge, Instant earnedAt)
        implements ContractEvent {}
