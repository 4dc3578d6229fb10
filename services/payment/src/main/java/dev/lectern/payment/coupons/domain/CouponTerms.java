package dev.lectern.payment.coupons.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When and how often a coupon can be used.
///
/// @param maxUses by everybody together, null for no limit
/// @param maxUsesPerLearner null for no limit
/// @param startsAt null for at once
/// @param endsAt null for never
public record CouponTerms(
        @Nullable Integer maxUses,
        @Nullable Integer maxUsesPerLearner,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt) {

    public CouponTerms {
        if (startsAt != null && endsAt != null && !startsAt.isBefore(endsAt)) {
            throw CouponRefused.rebateInvalid("endsAt is after startsAt.");
        }
    }

    boolean holdAt(Instant now) {
        return (startsAt == null || !now.isBefore(startsAt))
                && (endsAt == null || now.isBefore(endsAt));
    }

    boolean allow(int uses, int usesOfLearner) {
        return (maxUses == null || uses < maxUses)
                && (maxUsesPerLearner == null || usesOfLearner < maxUsesPerLearner);
    }
}
