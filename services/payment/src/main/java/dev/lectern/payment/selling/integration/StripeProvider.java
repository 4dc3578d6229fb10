package dev.lectern.payment.selling.integration;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.model.Refund;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.net.Webhook;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData.ProductData;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData;
import dev.lectern.common.security.IdentityProperties;
import dev.lectern.payment.pricing.domain.Money;
import dev.lectern.payment.selling.application.PaymentProvider;
import dev.lectern.payment.selling.domain.Captured;
import dev.lectern.payment.selling.domain.CheckoutWish;
import dev.lectern.payment.selling.domain.OrderRefused;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Stripe Checkout, with cards. Each wish has a key of its own, so that Stripe does once what it is
/// asked twice.
@Component
class StripeProvider implements PaymentProvider {

    static final String ORDER = "orderId";
    static final String REFUND = "refundId";

    private final StripeCalls stripe;
    private final StripeSettings settings;
    private final URI publicOrigin;

    StripeProvider(StripeCalls stripe, StripeSettings settings, IdentityProperties identity) {
        this.stripe = stripe;
        this.settings = settings;
        this.publicOrigin = identity.publicOrigin();
    }

    @Override
    public Checkout open(CheckoutWish wish) {
        var key = key(wish.orderId().value() + ":session");
        return standing(
                stripe.answer(
                        client -> client.v1().checkout().sessions().create(session(wish), key)));
    }

    private SessionCreateParams session(CheckoutWish wish) {
        var order = wish.orderId().value().toString();
        var comeBack = publicOrigin.resolve(wish.returnPath()).toString();
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .addPaymentMethodType(SessionCreateParams.PaymentMethodType.CARD)
                .setClientReferenceId(order)
                .putMetadata(ORDER, order)
                .setPaymentIntentData(PaymentIntentData.builder().putMetadata(ORDER, order).build())
                .setSuccessUrl(comeBack)
                .setCancelUrl(comeBack)
                .setExpiresAt(wish.expiresAt().getEpochSecond())
                .addLineItem(item(wish))
                .build();
    }

    private static LineItem item(CheckoutWish wish) {
        return LineItem.builder()
                .setQuantity(1L)
                .setPriceData(
                        PriceData.builder()
                                .setCurrency(wish.price().currency().toLowerCase(Locale.ROOT))
                                .setUnitAmount(wish.price().amount())
                                .setProductData(ProductData.builder().setName(wish.title()).build())
                                .build())
                .build();
    }

    @Override
    public Checkout find(String checkoutId) {
        return standing(
                stripe.answer(client -> client.v1().checkout().sessions().retrieve(checkoutId)));
    }

    /// Stripe refuses to expire what is paid or expired already; how it stands then is found out.
    @Override
    public Checkout expire(String checkoutId) {
        try {
            return standing(
                    stripe.answer(client -> client.v1().checkout().sessions().expire(checkoutId)));
        } catch (Refused notOpen) {
            return find(checkoutId);
        }
    }

    private static Checkout standing(Session session) {
        var state =
                switch (session.getStatus()) {
                    case "expired" -> State.EXPIRED;
                    case "complete" ->
                            session.getPaymentStatus().equals("paid") ? State.PAID : State.OPEN;
                    default -> State.OPEN;
                };
        return new Checkout(
                session.getId(),
                session.getUrl(),
                state,
                state == State.PAID ? captured(session) : null);
    }

    private static Captured captured(Session session) {
        return new Captured(
                session.getPaymentIntent(), money(session.getAmountTotal(), session.getCurrency()));
    }

    @Override
    public RefundAtProvider refund(RefundWish wish) {
        var params =
                RefundCreateParams.builder()
                        .setPaymentIntent(wish.paymentId())
                        .setAmount(wish.money().amount())
                        .putMetadata(ORDER, wish.orderId().toString())
                        .putMetadata(REFUND, wish.key().toString())
                        .build();
        var key = key(wish.key() + ":refund");
        return sentBefore(wish)
                .orElseGet(() ->
                        found(stripe.answer(client -> client.v1().refunds().create(params, key))));
    }

    /// Stripe forgets keys after a day, and would then give the same part back once more. What is
    /// looked for is the latest refund of its payment, and those are listed first.
    private Optional<RefundAtProvider> sentBefore(RefundWish wish) {
        var params = RefundListParams.builder().setPaymentIntent(wish.paymentId()).build();
        return stripe.answer(client -> client.v1().refunds().list(params)).getData().stream()
                .filter(sent -> wish.key().toString().equals(sent.getMetadata().get(REFUND)))
                .findFirst()
                .map(StripeProvider::found);
    }

    @Override
    public RefundAtProvider findRefund(String refundId) {
        return found(stripe.answer(client -> client.v1().refunds().retrieve(refundId)));
    }

    private static RefundAtProvider found(Refund refund) {
        var state =
                switch (refund.getStatus()) {
                    case "succeeded" -> RefundState.SUCCEEDED;
                    case "failed", "canceled" -> RefundState.FAILED;
                    default -> RefundState.PENDING;
                };
        return new RefundAtProvider(refund.getId(), state);
    }

    private static RequestOptions key(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    private static Money money(long amount, String currency) {
        return new Money(amount, currency.toUpperCase(Locale.ROOT));
    }

    /// The object of an event is of the version its sender has, which may not be the library's. So
    /// only what every version has is read: which order it is about.
    @Override
    public Notice read(String payload, String signature) {
        Event event;
        try {
            event = Webhook.constructEvent(payload, signature, settings.webhookSecret());
        } catch (SignatureVerificationException e) {
            throw OrderRefused.signatureInvalid();
        }
        return new Notice(
                event.getId(),
                event.getType(),
                NoticeJson.orderIn(payload),
                event.getType().equals("payment_intent.payment_failed"));
    }
}
