package dev.lectern.analytics.application;

import java.time.Instant;
import java.util.List;

/// How many learners came how far.
///
/// @param asOf everything logged by then is counted
/// @param steps in order, also those nobody reached
public record FunnelView(Instant asOf, List<Step> steps) implements Table {

    /// @param name VIEWED, ORDERED, ENROLLED, STARTED, HALFWAY or COMPLETED
    /// @param learners who reached it for the first time in the range
    public record Step(String name, long learners) {}

    @Override
    public List<String> columns() {
        return List.of("name", "learners");
    }

    @Override
    public List<List<Object>> rows() {
        return steps.stream().map(s -> List.<Object>of(s.name(), s.learners())).toList();
    }
}
