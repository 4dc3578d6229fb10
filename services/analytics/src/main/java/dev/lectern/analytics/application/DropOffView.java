package dev.lectern.analytics.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Where learners stop.
///
/// @param asOf everything logged by then is counted
/// @param items in the order of the newest version, then whatever is no longer in it
public record DropOffView(Instant asOf, List<Lesson> items) implements Table {

    /// @param opened learners who opened or completed it for the first time in the range
    /// @param completed how many of them have completed it
    public record Lesson(UUID lessonId, long opened, long completed) {}

    @Override
    public List<String> columns() {
        return List.of("lessonId", "opened", "completed");
    }

    @Override
    public List<List<Object>> rows() {
        return items.stream()
                .map(i -> List.<Object>of(i.lessonId(), i.opened(), i.completed()))
                .toList();
    }
}
