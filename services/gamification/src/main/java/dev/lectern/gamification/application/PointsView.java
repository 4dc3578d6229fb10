package dev.lectern.gamification.application;

/// What somebody has.
///
/// @param balance the sum of the ledger
/// @param level 1, and one more for each hundred points
/// @param streakDays days in a row on which they learned, the last of them today or yesterday where
///   they live
public record PointsView(long balance, long level, int streakDays) {}
