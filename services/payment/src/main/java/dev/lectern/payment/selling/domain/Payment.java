package dev.lectern.payment.selling.domain;

import dev.lectern.payment.pricing.domain.Money;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// The money that came for an order, and how much of it has gone back. One refund at a time is on
/// its way, and never more goes back than came.
///
/// @param id what the provider calls it, null where a coupon covers everything
/// @param at when it came
/// @param captured what the provider took
/// @param refunded what has gone back, in minor units
/// @param returning what is on its way back, in minor units; null for nothing
@Embeddable
public record Payment(
        @Nullable String id, Instant at, Money captured, long refunded, @Nullable Long returning) {

    static Payment of(Captured captured, Instant now) {
        return new Payment(captured.paymentId(), millis(now), captured.money(), 0, null);
    }

    /// Of an order that costs nothing.
    static Payment ofNothing(Money price, Instant now) {
        return new Payment(null, millis(now), price, 0, null);
    }

    private static Instant millis(Instant now) {
        return now.truncatedTo(ChronoUnit.MILLIS);
    }

    /// What of it can still go back.
    public Money refundable() {
        return money(captured.amount() - refunded);
    }

    /// What of it has gone back.
    Money back() {
        return money(refunded);
    }

    /// Whether it came no longer ago than this.
    boolean isWithin(Duration window, Instant now) {
        return !now.isAfter(at.plus(window));
    }

    /// Sends some of it back, or all that is left.
    ///
    /// @param amount in minor units, null for all that is left
    Payment giveBack(@Nullable Long amount) {
        var left = refundable();
        if (amount != null && amount > left.amount()) {
            throw OrderRefused.overCaptured(left);
        }
        if (returning != null) {
            throw new IllegalStateException(returning + " of " + id + " are on their way");
        }
        return withOnItsWay(amount == null ? left.amount() : amount);
    }

    /// What is on its way back.
    Money onItsWay() {
        if (returning == null) {
            throw new IllegalStateException("nothing of " + id + " is on its way");
        }
        return money(returning);
    }

    /// Whether less than all that is left is on its way back.
    boolean returnsAPart() {
        return returning != null && returning < refundable().amount();
    }

    /// What was on its way is with the buyer.
    Payment returned() {
        return new Payment(id, at, captured, refunded + onItsWay().amount(), null);
    }

    /// What was on its way stays here.
    Payment kept() {
        return withOnItsWay(null);
    }

    /// Whether all of it is back. Where nothing was paid that is so from the beginning.
    boolean isBack() {
        return returning == null && refunded == captured.amount();
    }

    private Payment withOnItsWay(@Nullable Long amount) {
        return new Payment(id, at, captured, refunded, amount);
    }

    private Money money(long amount) {
        return new Money(amount, captured.currency());
    }
}
