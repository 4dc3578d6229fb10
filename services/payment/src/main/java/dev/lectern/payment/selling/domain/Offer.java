package dev.lectern.payment.selling.domain;

import dev.lectern.payment.pricing.domain.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is for sale: a place in a run of a published course, at the price it has now.
public record Offer(UUID courseId, UUID runId, String title, Money price) {

    /// Refuses what is not sold but given.
    void requireNotFree() {
        if (price.amount() == 0) {
            throw OrderRefused.courseFree();
        }
    }

    /// The same for so much less.
    ///
    /// @param couponCode whose doing it is
    public Discounted less(Money off, String couponCode) {
        return new Discounted(this, price.minus(off), couponCode);
    }

    public Discounted asItIs() {
        return new Discounted(this, price, null);
    }

    /// What it costs this buyer.
    ///
    /// @param toPay nothing where the coupon covers all of it
    public record Discounted(Offer offer, Money toPay, @Nullable String couponCode) {}
}
