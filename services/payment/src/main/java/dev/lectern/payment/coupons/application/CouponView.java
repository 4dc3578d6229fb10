package dev.lectern.payment.coupons.application;

import dev.lectern.payment.pricing.domain.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A coupon as the authors of its course see it.
///
/// @param percentOff 1 to 100, null for an amount
/// @param amountOff null for a percentage
/// @param maxUses by everybody together, null for no limit
/// @param maxUsesPerLearner null for no limit
/// @param startsAt null for at once
/// @param endsAt null for never
/// @param uses by orders that were not given up
/// @param link to the course with the coupon, null before the course is published
public record CouponView(
        UUID id,
        String code,
        UUID courseId,
        @Nullable Integer percentOff,
        @Nullable Money amountOff,
        @Nullable Integer maxUses,
        @Nullable Integer maxUsesPerLearner,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        int uses,
        @Nullable String link) {}
