package dev.lectern.payment.coupons.domain;

import dev.lectern.payment.pricing.domain.CoursePrice;
import dev.lectern.payment.pricing.domain.Money;
import org.jspecify.annotations.Nullable;

/// How much a coupon takes off: a part of the price, or an amount.
///
/// @param percent 1 to 100, null for an amount
/// @param amount null for a part
public record Rebate(@Nullable Integer percent, @Nullable Money amount) {

    private static final int ALL = 100;

    public Rebate {
        if ((percent == null) == (amount == null)) {
            throw CouponRefused.rebateInvalid("Say either percentOff or amountOff.");
        }
        if (percent != null && (percent < 1 || percent > ALL)) {
            throw CouponRefused.rebateInvalid("percentOff is 1 to 100.");
        }
        if (amount != null
                && (amount.amount() < 1 || !CoursePrice.currencies().contains(amount.currency()))) {
            throw CouponRefused.rebateInvalid("amountOff is at least 1, in a currency of prices.");
        }
    }

    /// Whether it can be taken off prices in this currency.
    boolean fits(String currency) {
        return amount == null || amount.currency().equals(currency);
    }

    /// What it takes off. A remainder that is too small to be charged is let off as well.
    Money of(Money price) {
        var off = amount == null ? price.share(wholePercent()) : amount;
        var left = price.amount() - Math.min(off.amount(), price.amount());
        return new Money(
                CoursePrice.canBeCharged(new Money(left, price.currency()))
                        ? price.amount() - left
                        : price.amount(),
                price.currency());
    }

    private int wholePercent() {
        return percent == null ? 0 : percent;
    }
}
