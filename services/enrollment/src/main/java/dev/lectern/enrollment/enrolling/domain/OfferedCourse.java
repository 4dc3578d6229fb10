package dev.lectern.enrollment.enrolling.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A course as it is offered now: the version a newcomer gets, and what it costs.
///
/// @param withdrawn whether nobody new gets in; what was paid for before is still given
/// @param priceAmount in minor units, 0 for free; null while nobody has told: not for nothing then
public record OfferedCourse(
        UUID courseId, int version, boolean withdrawn, @Nullable Long priceAmount) {

    /// Refuses where nobody new gets in.
    public void requireOffered() {
        if (withdrawn) {
            throw EnrollmentRefused.withdrawn();
        }
    }

    public boolean isFree() {
        return priceAmount != null && priceAmount == 0;
    }
}
