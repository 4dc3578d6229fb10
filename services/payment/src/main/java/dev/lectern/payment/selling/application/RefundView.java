package dev.lectern.payment.selling.application;

import dev.lectern.payment.pricing.domain.Money;
import dev.lectern.payment.selling.domain.RefundReason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Money on its way back to its buyer.
///
/// @param status PENDING until the provider has sent the money or somebody has said no
/// @param rejectedBecause CONSUMED, ENDED or what the provider said; null unless rejected
/// @param consequences what it means: ACCESS_ENDS, SEAT_OFFERED, and CERTIFICATE_REVOKED where it
///   is granted whatever was learned; none where only a part of the money goes back
/// @param settledAt when the provider sent the money, null before
public record RefundView(
        UUID id,
        Status status,
        Money amount,
        RefundReason reason,
        @Nullable String rejectedBecause,
        List<String> consequences,
        Instant requestedAt,
        @Nullable Instant settledAt) {

    /// How far it is.
    public enum Status {
        PENDING,
        SETTLED,
        REJECTED
    }
}
