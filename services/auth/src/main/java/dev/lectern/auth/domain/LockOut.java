package dev.lectern.auth.domain;

import java.time.Duration;

/// How long guessing at a password has to pause: nothing for the first tries, then ever longer.
final class LockOut {

    static final int FREE_TRIES = 5;

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private LockOut() {}

    static Duration after(int failures) {
        if (failures < FREE_TRIES) {
            return Duration.ZERO;
        }
        // Five doublings pass the longest pause; more would only overflow.
        var pause = FIRST.multipliedBy(1L << Math.min(5, failures - FREE_TRIES));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
