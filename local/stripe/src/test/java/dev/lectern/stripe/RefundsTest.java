package dev.lectern.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Refund;
import com.stripe.model.checkout.Session;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefundsTest {

    private Shop shop;

    @BeforeEach
    void start(@TempDir Path directory) {
        shop = new Shop(directory);
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    @Test
    void givesAPaymentBackInParts() throws StripeException {
        var session = shop.paid("o-1");
        shop.receiver.await(2);

        refund(session, 900);
        shop.receiver.await(4);
        var rest = refundRest(session);

        assertThat(rest.getStatus()).isEqualTo("succeeded");
        assertThat(rest.getAmount()).isEqualTo(4000);
        assertThat(shop.receiver.awaitTypes(6).subList(2, 6))
                .containsExactlyInAnyOrder(
                        "charge.refunded", "refund.updated", "charge.refunded", "refund.updated");
        var params =
                RefundListParams.builder().setPaymentIntent(session.getPaymentIntent()).build();
        assertThat(shop.client().v1().refunds().list(params).getData())
                .extracting(Refund::getAmount)
                .containsExactly(4000L, 900L);
        assertThat(shop.client().v1().refunds().retrieve(rest.getId()).getAmount()).isEqualTo(4000);
    }

    @Test
    void neverGivesBackMoreThanIsLeft() throws StripeException {
        var session = shop.paid("o-1");
        refund(session, 900);

        var refused =
                catchThrowableOfType(InvalidRequestException.class, () -> refund(session, 4001));

        assertThat(refused.getStripeError().getParam()).isEqualTo("amount");
        assertThat(refused)
                .hasMessageContaining(
                        "Refund amount ($40.01) is greater than unrefunded amount on charge ($40.00)");
    }

    @Test
    void givesNothingBackTwice() throws StripeException {
        var session = shop.paid("o-1");
        refundRest(session);

        var refused =
                catchThrowableOfType(InvalidRequestException.class, () -> refundRest(session));

        assertThat(refused.getCode()).isEqualTo("charge_already_refunded");
    }

    @Test
    void tellsOfMoneyThatTakesItsTimeWhenItIsThere() throws StripeException {
        var session = shop.paid("o-1");
        shop.receiver.await(2);
        shop.standIn.holdRefunds("o-1");

        var refund = refund(session, 900);
        shop.receiver.await(4);

        assertThat(refund.getStatus()).isEqualTo("pending");
        assertThat(shop.standIn.endRefunds("o-1", true)).isEqualTo(Outcome.DONE);
        assertThat(shop.receiver.awaitTypes(5)).last().isEqualTo("refund.updated");
        assertThat(shop.client().v1().refunds().retrieve(refund.getId()).getStatus())
                .isEqualTo("succeeded");
        assertThat(shop.standIn.endRefunds("o-2", true)).isEqualTo(Outcome.UNKNOWN_CHECKOUT);
    }

    @Test
    void canGiveBackAgainWhatABankSentBack() throws StripeException {
        var session = shop.paid("o-1");
        shop.receiver.await(2);
        shop.standIn.holdRefunds("o-1");
        var refund = refund(session, 900);
        shop.receiver.await(4);

        shop.standIn.endRefunds("o-1", false);

        assertThat(shop.receiver.awaitTypes(6).subList(4, 6))
                .containsExactlyInAnyOrder("refund.failed", "refund.updated");
        assertThat(shop.client().v1().refunds().retrieve(refund.getId()).getStatus())
                .isEqualTo("failed");
        assertThat(refundRest(session).getAmount()).isEqualTo(4900);
    }

    @Test
    void givesNothingBackOfADeclinedPayment() throws StripeException {
        var session = shop.open("o-1");
        shop.standIn.decline("o-1");
        var declined = shop.again(session);

        var refused =
                catchThrowableOfType(InvalidRequestException.class, () -> refundRest(declined));

        assertThat(refused).hasMessageContaining("does not have a successful charge to refund");
    }

    private Refund refund(Session session, long amount) throws StripeException {
        return create(of(session).setAmount(amount));
    }

    private Refund refundRest(Session session) throws StripeException {
        return create(of(session));
    }

    private Refund create(RefundCreateParams.Builder params) throws StripeException {
        return shop.client().v1().refunds().create(params.build());
    }

    private static RefundCreateParams.Builder of(Session session) {
        return RefundCreateParams.builder().setPaymentIntent(session.getPaymentIntent());
    }
}
