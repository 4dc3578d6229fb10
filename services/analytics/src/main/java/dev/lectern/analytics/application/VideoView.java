package dev.lectern.analytics.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Which parts of the videos are watched.
///
/// @param asOf everything logged by then is counted
/// @param items pieces of ten seconds that anybody watched
public record VideoView(Instant asOf, List<Piece> items) implements Table {

    /// @param fromSeconds where the piece of ten seconds begins
    /// @param learners who watched any of it
    public record Piece(UUID videoId, int fromSeconds, long learners) {}

    @Override
    public List<String> columns() {
        return List.of("videoId", "fromSeconds", "learners");
    }

    @Override
    public List<List<Object>> rows() {
        return items.stream()
                .map(i -> List.<Object>of(i.videoId(), i.fromSeconds(), i.learners()))
                .toList();
    }
}
