package dev.lectern.gamification.domain;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// Days in a row on which somebody learned.
@Embeddable
public record StreakRun(LocalDate firstDay, LocalDate lastDay) implements Serializable {

    public StreakRun {
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("a run ends after it begins");
        }
    }

    int days() {
        return Math.toIntExact(ChronoUnit.DAYS.between(firstDay, lastDay)) + 1;
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }

    boolean touches(LocalDate day) {
        return lastDay.plusDays(1).equals(day) || firstDay.minusDays(1).equals(day);
    }

    StreakRun and(StreakRun other) {
        return new StreakRun(
                firstDay.isBefore(other.firstDay) ? firstDay : other.firstDay,
                lastDay.isAfter(other.lastDay) ? lastDay : other.lastDay);
    }
}
