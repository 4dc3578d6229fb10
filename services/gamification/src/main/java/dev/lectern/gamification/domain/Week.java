package dev.lectern.gamification.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;

/// A week of the boards, for example `2026-W40`: from Monday to Sunday in UTC, because all learners
/// of a board share it.
public record Week(String value) {

    public static Week of(Instant time) {
        var day = LocalDate.ofInstant(time, ZoneOffset.UTC);
        return new Week(
                "%d-W%02d"
                        .formatted(
                                day.get(IsoFields.WEEK_BASED_YEAR),
                                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)));
    }
}
