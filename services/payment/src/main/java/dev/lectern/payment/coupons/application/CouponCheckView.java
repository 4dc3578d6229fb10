package dev.lectern.payment.coupons.application;

import dev.lectern.payment.pricing.domain.Money;
import org.jspecify.annotations.Nullable;

/// What a coupon would do to the price of a course now.
///
/// @param valid whether an order could use it
/// @param reason EXPIRED, USED_UP, NOT_FOR_COURSE or UNKNOWN, where it is not valid
/// @param price without it
/// @param discount what it takes off
/// @param total what is left to pay
public record CouponCheckView(
        boolean valid, @Nullable String reason, Money price, Money discount, Money total) {

    static CouponCheckView valid(Money price, Money off) {
        return new CouponCheckView(true, null, price, off, price.minus(off));
    }

    static CouponCheckView invalid(Money price, String reason) {
        return new CouponCheckView(false, reason, price, new Money(0, price.currency()), price);
    }
}
