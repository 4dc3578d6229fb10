package dev.lectern.course.catalog.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Understands a misspelled word: the nearest of the words that are known, if one is near enough.
public final class Spelling {

    private static final int SHORT = 4;

    private Spelling() {}

    /// A word that occurs, and in how many courses.
    public record Known(String word, long courses) {}

    /// One wrong letter in a short word and two in a longer one are forgiven; among equally near
    /// words the more common one was meant.
    public static Optional<String> nearest(String misspelled, Collection<Known> known) {
        var forgiven = misspelled.length() <= SHORT ? 1 : 2;
        return known.stream()
                .filter(one -> distance(misspelled, one.word()) <= forgiven)
                .min(
                        Comparator.<Known>comparingInt(one -> distance(misspelled, one.word()))
                                .thenComparing(Known::courses, Comparator.reverseOrder())
                                .thenComparing(Known::word))
                .map(Known::word);
    }

    /// How many letters must be put in, left out, replaced, or swapped with their neighbor.
    static int distance(String a, String b) {
        var steps = new int[a.length() + 1][b.length() + 1];
        for (var i = 0; i <= a.length(); i++) {
            steps[i][0] = i;
        }
        for (var j = 0; j <= b.length(); j++) {
            steps[0][j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            for (var j = 1; j <= b.length(); j++) {
                var same = a.charAt(i - 1) == b.charAt(j - 1);
                var best =
                        Math.min(
                                steps[i - 1][j - 1] + (same ? 0 : 1),
                                1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    best = Math.min(best, steps[i - 2][j - 2] + 1);
                }
                steps[i][j] = best;
            }
        }
        return steps[a.length()][b.length()];
    }
}
