package dev.lectern.auth.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// When one key signs tokens. Its public half is shown before it signs, since others cache what
/// they have seen, and after, since tokens outlive it.
///
/// @param expiresAt when it is shown no longer; absent while no successor is known
public record SigningKey(String kid, Instant activeFrom, Optional<Instant> expiresAt) {

    static final Duration SIGNS_FOR = Duration.ofDays(30);
    static final Duration SHOWN_AHEAD = Duration.ofHours(1);
    static final Duration SHOWN_AFTER = Duration.ofHours(1);

    private static final Comparator<SigningKey> BY_START =
            Comparator.comparing(SigningKey::activeFrom);

    /// The key that signs now: the youngest of those that have begun. Where none has, the clock of
    /// the replica that made the first one is ahead of ours, and that key has to do.
    public static Optional<SigningKey> current(List<SigningKey> keys, Instant now) {
        return keys.stream()
                .filter(key -> !key.activeFrom.isAfter(now))
                .max(BY_START)
                .or(() -> keys.stream().min(BY_START));
    }

    /// The last key known, which may not sign yet.
    public static Optional<SigningKey> newest(List<SigningKey> keys) {
        return keys.stream().max(BY_START);
    }

    /// When the next key has to begin, if it is time to make it. The very first begins at once.
    public static Optional<Instant> successorFrom(List<SigningKey> keys, Instant now) {
        var newest = newest(keys);
        if (newest.isEmpty()) {
            return Optional.of(now);
        }
        var due = newest.get().activeFrom.plus(SIGNS_FOR);
        var earliest = now.plus(SHOWN_AHEAD);
        if (due.isAfter(earliest)) {
            return Optional.empty();
        }
        return Optional.of(earliest);
    }

    /// When a key whose successor begins then is shown no longer.
    public static Instant expiryBefore(Instant successor) {
        return successor.plus(SHOWN_AFTER);
    }

    public boolean isShown(Instant now) {
        return expiresAt.map(now::isBefore).orElse(true);
    }
}
