package dev.lectern.analytics.domain;

import dev.lectern.common.problem.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Whole days in UTC, both ends included.
public record Range(LocalDate from, LocalDate to) {

    private static final int MOST_DAYS = 400;
    private static final int USUAL_DAYS = 30;
    private static final LocalDate FIRST = LocalDate.EPOCH;
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    /// The days asked for: up to today and thirty days long where nothing is said.
    public static Range of(Optional<LocalDate> from, Optional<LocalDate> to, Instant now) {
        var last = to.orElseGet(() -> LocalDate.ofInstant(now, ZoneOffset.UTC));
        if (last.isAfter(LAST) || last.isBefore(FIRST)) {
            throw new Unusable();
        }
        var range = new Range(from.orElseGet(() -> last.minusDays(USUAL_DAYS - 1L)), last);
        var days = ChronoUnit.DAYS.between(range.from, range.to) + 1;
        if (days < 1 || days > MOST_DAYS || range.from.isBefore(FIRST)) {
            throw new Unusable();
        }
        return range;
    }

    /// The first moment.
    public OffsetDateTime start() {
        return from.atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    /// The first moment after it.
    public OffsetDateTime end() {
        return to.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    /// Days in the wrong order, or too many.
    private static final class Unusable extends Refusal {

        Unusable() {
            super(
                    Kind.INVALID,
                    "RANGE_UNUSABLE",
                    "The range must begin before it ends, have at most "
                            + MOST_DAYS
                            + " days and lie between 1970 and 9999.");
        }
    }
}
