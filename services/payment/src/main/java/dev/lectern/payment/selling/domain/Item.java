package dev.lectern.payment.selling.domain;

import dev.lectern.payment.pricing.domain.Money;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an order is for: a place in a run, as it was offered to its buyer in that moment.
///
/// @param price what is to be paid for it, tax included
/// @param listAmount what it would have cost without a coupon, in minor units
/// @param couponCode what made it cheaper, null for nothing
@Embeddable
public record Item(
        ItemId id,
        UUID courseId,
        UUID runId,
        String title,
        Money price,
        long listAmount,
        @Nullable String couponCode) {

    static Item of(Offer.Discounted sold) {
        var offer = sold.offer();
        return new Item(
                ItemId.next(),
                offer.courseId(),
                offer.runId(),
                offer.title(),
                sold.toPay(),
                offer.price().amount(),
                sold.couponCode());
    }

    public Money listPrice() {
        return new Money(listAmount, price.currency());
    }

    /// Whether a coupon covers all of it, so that nothing is to be paid.
    boolean isCovered() {
        return price.amount() == 0;
    }
}
