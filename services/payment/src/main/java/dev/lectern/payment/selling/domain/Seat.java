package dev.lectern.payment.selling.domain;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// The seat an order is for, while it can be paid.
///
/// @param keptUntil until when it is kept, and the order can be paid
/// @param held whether enrollment has said that it keeps it
/// @param refusedBecause why there is none, null where there is one or nobody has said so yet
@Embeddable
public record Seat(Instant keptUntil, boolean held, @Nullable String refusedBecause) {

    static Seat wanted(Instant until) {
        return new Seat(until.truncatedTo(ChronoUnit.MILLIS), false, null);
    }

    Seat kept() {
        return new Seat(keptUntil, true, refusedBecause);
    }

    Seat refused(String code) {
        return new Seat(keptUntil, held, code);
    }

    boolean isOver(Instant now) {
        return !now.isBefore(keptUntil);
    }
}
