package dev.lectern.enrollment.progress.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a device says happened, before anybody believes it.
///
/// @param clientId the device
/// @param sequence counts the device's facts, so that one sent twice counts once
/// @param fromSeconds where in the video watching began, for WATCHED
/// @param toSeconds where it ended, for WATCHED
public record ReportedFact(
        UUID clientId,
        long sequence,
        FactType type,
        UUID lessonId,
        @Nullable Integer fromSeconds,
        @Nullable Integer toSeconds,
        Instant startedAt,
        Instant endedAt) {

    private static final int FASTEST = 3;
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(60);

    /// A device that tells time in whole seconds begins a fact up to one before it really began.
    private static final Duration COARSEST_CLOCK = Duration.ofSeconds(1);

    Interval interval() {
        if (fromSeconds == null
                || toSeconds == null
                || fromSeconds < 0
                || toSeconds <= fromSeconds) {
            throw FactRefused.beyondDuration("A watched fact needs fromSeconds below toSeconds.");
        }
        return new Interval(fromSeconds, toSeconds);
    }

    /// Nobody watches more than three times as fast as time passes.
    boolean isFasterThanTime(Interval watched) {
        var elapsedMillis = Duration.between(startedAt, endedAt).toMillis();
        return watched.length() * 1000L > FASTEST * elapsedMillis + 1000;
    }

    boolean beganBefore(Instant grantedAt) {
        return startedAt.isBefore(grantedAt.minus(COARSEST_CLOCK));
    }

    boolean isFromTheFuture(Instant now) {
        return endedAt.isAfter(now.plus(CLOCKS_DIFFER));
    }
}
