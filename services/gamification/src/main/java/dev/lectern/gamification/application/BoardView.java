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
    /// @param name what they chose to be called
    /// @param me whether it is the caller
    public record Item(long rank, String name, long points, boolean me) {}

    /// Where the caller stands.
    ///
    /// @param rank null for whoever is hidden or has no points here
    public record Me(@Nullable Long rank, long points) {}
}
