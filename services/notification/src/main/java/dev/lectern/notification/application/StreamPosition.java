package dev.lectern.notification.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// How far a reader has come: the id of an event on the wire. It holds a time, so that its age is
/// known even where its row is long gone.
///
/// @param number of the last signal the reader has
record StreamPosition(Instant at, long number) {

    /// Rows are kept for longer, so that whatever follows a position that is good is still there.
    static final Duration GOOD_FOR = Duration.ofHours(24);

    // The clocks of two replicas differ a little.
    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,12})-([0-9]{1,18})");

    /// Empty for what was never sent.
    static Optional<StreamPosition> parse(String text) {
        var parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(
                        new StreamPosition(
                                Instant.ofEpochSecond(Long.parseLong(parts.group(1))),
                                Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    /// Whether a reader can go on from here and miss nothing.
    ///
    /// @param head the number of the last signal there is
    boolean isGood(long head, Instant now) {
        return number <= head && !at.isBefore(now.minus(GOOD_FOR)) && !at.isAfter(now.plus(SKEW));
    }

    @Override
    public String toString() {
        return at.getEpochSecond() + "-" + number;
    }
}
