package dev.lectern.enrollment.enrolling.domain;

import java.util.UUID;

/// A course as it is offered now: the version a newcomer gets, and what it costs.
///
/// @param priceAmount in minor units, 0 for free
public record OfferedCourse(UUID courseId, int version, long priceAmount) {

    boolean isFree() {
        return priceAmount == 0;
    }
}
