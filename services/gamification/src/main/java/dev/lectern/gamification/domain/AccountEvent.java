package dev.lectern.gamification.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// What can happen to an account.
public sealed interface AccountEvent {

    /// Points came in.
    record Awarded(PointEntry entry) implements AccountEvent {}

    /// Points were taken back.
    record Reversed(PointEntry entry, EntryId reversed) implements AccountEvent {}

    /// A badge was earned, for the first and only time.
    record Decorated(UUID learnerId, Badge badge, Instant at) implements AccountEvent {}

    /// The present streak is longer than it was.
    record Extended(UUID learnerId, int days, LocalDate lastDay) implements AccountEvent {}
}
