package dev.lectern.gamification.application;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The best ten of a board.
///
/// @param asOf when it was last brought up to date
/// @param items the best first; those with the same points share a rank
public record BoardView(Instant asOf, List<Item> items, Me me) {

    /// Somebody on the board.
    ///
    /// @param rank from 1; those with the same points share one, and the next is as far down as
    ///   there are people before it
    /// @param name what they chose to be called
    /// @param points what they have on this board
    /// @param me whether it is the caller
    public record Item(long rank, String name, long points, boolean me) {}

    /// Where the caller stands.
    ///
    /// @param rank null for whoever is hidden or has no points here
    /// @param points what the caller has in this scope and period, also while hidden
    public record Me(@Nullable Long rank, long points) {}
}
