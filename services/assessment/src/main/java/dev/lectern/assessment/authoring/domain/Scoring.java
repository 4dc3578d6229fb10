package dev.lectern.assessment.authoring.domain;

import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/// What counts for a quiz when there are several attempts.
public enum Scoring {
    BEST,
    LAST,
    AVERAGE;

    /// @param percents of the attempts, in the order they were made
    public OptionalInt of(List<Integer> percents) {
        if (percents.isEmpty()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(
                switch (this) {
                    case BEST -> Collections.max(percents);
                    case LAST -> percents.getLast();
                    case AVERAGE -> sum(percents) / percents.size();
                });
    }

    private static int sum(List<Integer> percents) {
        return percents.stream().mapToInt(Integer::intValue).sum();
    }
}
