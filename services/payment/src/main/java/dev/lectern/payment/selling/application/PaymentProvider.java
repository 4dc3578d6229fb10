package dev.lectern.payment.selling.application;

import dev.lectern.payment.pricing.domain.Money;
import dev.lectern.payment.selling.domain.Captured;
import dev.lectern.payment.selling.domain.CheckoutWish;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who takes the money of buyers and sends it back. Everything asked here may be asked again with
/// the same effect. Where the provider does not answer, `PROVIDER_UNAVAILABLE` is thrown.
public interface PaymentProvider {

    /// A page to pay on.
    ///
    /// @param url where the buyer pays, null once it is over
    /// @param captured the money, null before it is there
    record Checkout(String id, @Nullable String url, State state, @Nullable Captured captured) {}

    /// Where a checkout stands.
    enum State {
        OPEN,
        PAID,
        EXPIRED
    }

    /// Money of one payment that is to go back.
    ///
    /// @param key the same for the same refund, however often it is asked for
    record RefundWish(UUID key, UUID orderId, String paymentId, Money money) {}

    /// @param id what the provider calls the refund
    record RefundAtProvider(String id, RefundState state) {}

    /// Where a refund stands at the provider.
    enum RefundState {
        PENDING,
        SUCCEEDED,
        FAILED
    }

    /// Something the provider says has happened. What exactly is asked of it, not read here.
    ///
    /// @param orderId null where it is about no order
    /// @param declined whether a card was declined
    record Notice(String id, String type, @Nullable UUID orderId, boolean declined) {}

    /// The provider will never do what was asked, however often it is.
    final class Refused extends RuntimeException {

        public Refused(String reason) {
            super(reason, null, false, false);
        }

        public String reason() {
            return String.valueOf(getMessage());
        }
    }

    /// Opens a page to pay an order on.
    Checkout open(CheckoutWish wish);

    /// How it stands now.
    Checkout find(String checkoutId);

    /// Ends it, unless it was paid; how it stands then.
    Checkout expire(String checkoutId);

    /// Sends money back.
    RefundAtProvider refund(RefundWish wish);

    /// How it stands now.
    RefundAtProvider findRefund(String refundId);

    /// Reads what came in as a notice, if it is one of the provider's. Throws `SIGNATURE_INVALID`.
    Notice read(String payload, String signature);
}
