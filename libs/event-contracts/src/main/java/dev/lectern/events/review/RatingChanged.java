package dev.lectern.events.review;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a course is rated now, over all reviews that count.
///
/// @param average 1 to 5 with two decimals, absent where no review counts
/// @param count how many reviews count
@EventType("review.rating-changed.v1")
public record RatingChanged(UUID courseId, @Nullable BigDecimal average, int count)
        implements ContractEvent {}
