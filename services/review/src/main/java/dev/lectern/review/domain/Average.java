package dev.lectern.review.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/// Averages of a histogram: how often one star was given, two, and so on to five.
public final class Average {

    /// Until reviews say otherwise a course is as good as most are. As constants, so that a
    /// course's number moves by its own reviews alone.
    private static final BigDecimal USUAL = new BigDecimal("3.5");

    /// The usual weighs as much as this many reviews.
    private static final int WEIGHT_OF_THE_USUAL = 5;

    private static final int DECIMALS = 2;

    private Average() {}

    /// Of the stars given; empty where none were.
    public static Optional<BigDecimal> of(List<Integer> histogram) {
        var count = count(histogram);
        return count == 0
                ? Optional.empty()
                : Optional.of(divide(BigDecimal.valueOf(sum(histogram)), count));
    }

    /// Drawn towards the usual where few have spoken, so that one enthusiast does not lead a list.
    public static BigDecimal bayesian(List<Integer> histogram) {
        var usual = USUAL.multiply(BigDecimal.valueOf(WEIGHT_OF_THE_USUAL));
        return divide(
                usual.add(BigDecimal.valueOf(sum(histogram))),
                WEIGHT_OF_THE_USUAL + count(histogram));
    }

    public static int count(List<Integer> histogram) {
        return histogram.stream().mapToInt(Integer::intValue).sum();
    }

    private static long sum(List<Integer> histogram) {
        var sum = 0L;
        for (var i = 0; i < histogram.size(); i++) {
            sum += (i + 1L) * histogram.get(i);
        }
        return sum;
    }

    private static BigDecimal divide(BigDecimal sum, int count) {
        return sum.divide(BigDecimal.valueOf(count), DECIMALS, RoundingMode.HALF_UP);
    }
}
