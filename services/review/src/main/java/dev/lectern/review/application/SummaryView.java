package dev.lectern.review.application;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the reviews of a course come to.
///
/// @param average with two decimals, null where no review counts
/// @param bayesianAverage drawn towards 3.5 where few have spoken: what courses are compared by
/// @param count how many reviews count
/// @param histogram how often one star was given, two, and so on to five
public record SummaryView(
        UUID courseId,
        @Nullable BigDecimal average,
        BigDecimal bayesianAverage,
        int count,
        List<Integer> histogram) {}
