package dev.lectern.launcher;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Guesses what somebody meant to type.
public final class Nearest {

    private Nearest() {}

    /// The most similar of the known words, if it is similar at all.
    public static Optional<String> to(String typed, Collection<String> known) {
        return known.stream()
                .filter(word -> distance(typed, word) <= Math.max(1, typed.length() / 3))
                .min(Comparator.comparingInt(word -> distance(typed, word)));
    }

    /// Says that a word is unknown, with the nearest known one and all there are.
    public static Mistake mistake(String kind, String typed, Collection<String> known) {
        String guess = to(typed, known).map(word -> "did you mean '" + word + "'? ").orElse("");
        return new Mistake(
                "there is no %s '%s'; %sThere are: %s."
                        .formatted(kind, typed, guess, String.join(", ", known)));
    }

    /// Changes, insertions, deletions and swaps of neighbors that make one word the other.
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int change = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
                i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
