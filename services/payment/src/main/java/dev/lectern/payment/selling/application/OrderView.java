package dev.lectern.payment.selling.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.payment.pricing.domain.Money;
import dev.lectern.payment.selling.domain.OrderStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An order as its buyer sees it.
///
/// @param number for people, as on the receipt
/// @param holdExpiresAt until when a seat is kept and it can be paid
/// @param paidAt when the money was here, null before
/// @param couponCode what made it cheaper, null for nothing
/// @param total what is to pay, tax included
/// @param captured what came for it, 0 before it is paid
/// @param refunded what of that has gone back
/// @param refundable what of it can still go back; whether it does on demand, the rule decides
/// @param refunds all that were wanted, the oldest first
/// @param taxIncluded the taxes within the total
public record OrderView(
        UUID id,
        String number,
        OrderStatus status,
        Instant createdAt,
        Instant holdExpiresAt,
        @Nullable Instant paidAt,
        List<Item> items,
        @Nullable String couponCode,
        Money total,
        Money captured,
        Money refunded,
        Money refundable,
        List<RefundView> refunds,
        List<Tax> taxIncluded) {

    /// One of its refunds; 404 for any other.
    RefundView refund(UUID refund) {
        return refunds.stream()
                .filter(found -> found.id().equals(refund))
                .findFirst()
                .orElseThrow(GenericRefusal::notFound);
    }

    /// What was bought.
    ///
    /// @param enrollmentId what came of it, null before it is fulfilled
    public record Item(
            UUID id,
            UUID courseId,
            UUID runId,
            String title,
            Money price,
            Money discount,
            Money total,
            @Nullable UUID enrollmentId) {}

    /// @param country ISO 3166, whose tax it is
    /// @param rateBasisPoints in hundredths of a percent
    public record Tax(String name, String country, int rateBasisPoints, Money amount) {}
}
