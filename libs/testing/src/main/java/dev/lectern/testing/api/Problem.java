package dev.lectern.testing.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A code a call can be answered with: it has one meaning over all services, and nearly always one
/// status.
record Problem(String code, SortedSet<Integer> statuses, String meaning) {

    private static final Set<String> WORTH_REPEATING =
            Set.of("CONCURRENT_CHANGE", "REQUEST_IN_PROGRESS", "TOO_MANY_REQUESTS", "UNAVAILABLE");

    Problem(String code, int status, String meaning) {
        this(code, new TreeSet<>(Set.of(status)), meaning);
    }

    /// The same request may succeed later, and `Retry-After` says when.
    boolean isWorthRepeating() {
        return WORTH_REPEATING.contains(code);
    }

    /// As a name: `VersionStale` of `VERSION_STALE`.
    String name() {
        return Arrays.stream(code.split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    /// The same code, refused elsewhere in other words or with another status.
    Problem or(Problem other) {
        var both = new TreeSet<>(statuses);
        both.addAll(other.statuses());
        return new Problem(
                code,
                both,
                meaning.contains(other.meaning())
                        ? meaning
                        : (meaning + " " + other.meaning()).strip());
    }
}
