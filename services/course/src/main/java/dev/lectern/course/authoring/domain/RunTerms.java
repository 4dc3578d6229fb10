package dev.lectern.course.authoring.domain;

import dev.lectern.common.problem.GenericRefusal;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a run is offered.
///
/// @param capacity how many may take part, null for no limit
/// @param opensAt when enrolling begins, null for at once
/// @param closesAt when enrolling ends, null for never
@Embeddable
public record RunTerms(
        @Nullable Integer capacity, @Nullable Instant opensAt, @Nullable Instant closesAt) {

    private static final int MOST_SEATS = 1_000_000;

    public RunTerms {
        if (capacity != null && (capacity < 1 || capacity > MOST_SEATS)) {
            throw GenericRefusal.invalid(
                    "/capacity", "1 to " + MOST_SEATS + ", or null for no limit.");
        }
        if (opensAt != null && closesAt != null && !closesAt.isAfter(opensAt)) {
            throw GenericRefusal.invalid("/closesAt", "A run closes after it has opened.");
        }
    }

    static RunTerms unlimited() {
        return new RunTerms(null, null, null);
    }
}
