package dev.lectern.enrollment.enrolling.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A course as it is offered now: the version a newcomer gets, and what it costs.
///
/// @param priceAmount in minor units, 0 for free; null while nobody has told: not for nothing then
public record OfferedCourse(UUID courseId, int version, @Nullable Long priceAmount) {

    boolean isFree() {
        return priceAmount != null && priceAmount == 0;
    }
}
