package dev.lectern.payment.selling.application;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An order as support sees it.
///
/// @param learnerId whose it is
/// @param notes what was written down when it was refunded, one for each refund
public record SupportOrderView(UUID learnerId, OrderView order, List<RefundNote> notes) {

    /// What nobody but the staff reads of a refund.
    ///
    /// @param note what the learner said, or why support granted it; null for nothing
    /// @param override whether time and what was learned did not matter
    /// @param grantedBy who of the staff granted it, null where nobody had to
    public record RefundNote(
            UUID refundId, @Nullable String note, boolean override, @Nullable UUID grantedBy) {}
}
