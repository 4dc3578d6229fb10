package dev.lectern.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.ApiException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionListParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckoutSessionsTest {

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
    void opensASessionWithAPageToPayOn() throws StripeException {
        var session = shop.open("o-1");

        assertThat(session.getStatus()).isEqualTo("open");
        assertThat(session.getPaymentStatus()).isEqualTo("unpaid");
        assertThat(session.getPaymentIntent()).isNull();
        assertThat(session.getAmountTotal()).isEqualTo(4900);
        assertThat(session.getCurrency()).isEqualTo("usd");
        assertThat(session.getMetadata()).containsEntry("order", "o-1");
        assertThat(session.getLineItems()).isNull();
        assertThat(session.getUrl()).isEqualTo(shop.standIn.url() + "/pay/" + session.getId());
    }

    @Test
    void isCompleteOncePaid() throws StripeException {
        var session = shop.paid("o-1");

        assertThat(session.getStatus()).isEqualTo("complete");
        assertThat(session.getPaymentStatus()).isEqualTo("paid");
        var expand = PaymentIntentRetrieveParams.builder().addExpand("latest_charge").build();
        var intent =
                shop.client().v1().paymentIntents().retrieve(session.getPaymentIntent(), expand);
        assertThat(intent.getStatus()).isEqualTo("succeeded");
        assertThat(intent.getMetadata()).containsEntry("order", "o-1");
        assertThat(intent.getLatestChargeObject().getPaid()).isTrue();
        assertThat(intent.getLatestChargeObject().getAmountCaptured()).isEqualTo(4900);
    }

    @Test
    void staysOpenWhenTheCardIsDeclinedAndCanBePaidAfterwards() throws StripeException {
        var session = shop.open("o-1");

        assertThat(shop.standIn.decline("o-1")).isEqualTo(Outcome.DONE);

        var declined = shop.again(session);
        assertThat(declined.getStatus()).isEqualTo("open");
        var intent = shop.client().v1().paymentIntents().retrieve(declined.getPaymentIntent());
        assertThat(intent.getStatus()).isEqualTo("requires_payment_method");
        assertThat(intent.getLastPaymentError().getCode()).isEqualTo("card_declined");

        assertThat(shop.standIn.pay("o-1")).isEqualTo(Outcome.DONE);
        var paid = shop.again(session);
        assertThat(paid.getPaymentStatus()).isEqualTo("paid");
        assertThat(paid.getPaymentIntent()).isEqualTo(declined.getPaymentIntent());
    }

    @Test
    void makesNoPaymentOfWhatIsFree() throws StripeException {
        shop.open(Shop.anOrder("o-1").addLineItem(Shop.aCourse(0)).build());

        shop.standIn.pay("o-1");

        var session = shop.client().v1().checkout().sessions().list().getData().getFirst();
        assertThat(session.getPaymentStatus()).isEqualTo("no_payment_required");
        assertThat(session.getPaymentIntent()).isNull();
    }

    @Test
    void isPaidOnceOnly() throws StripeException {
        shop.paid("o-1");

        assertThat(shop.standIn.pay("o-1")).isEqualTo(Outcome.NOT_OPEN);
        assertThat(shop.standIn.decline("o-1")).isEqualTo(Outcome.NOT_OPEN);
        assertThat(shop.standIn.pay("o-2")).isEqualTo(Outcome.UNKNOWN_CHECKOUT);
    }

    @Test
    void tellsMoreWhenAsked() throws StripeException {
        var session = shop.paid("o-1");
        var expand =
                SessionRetrieveParams.builder()
                        .addExpand("line_items")
                        .addExpand("payment_intent")
                        .build();

        var full = shop.client().v1().checkout().sessions().retrieve(session.getId(), expand);

        assertThat(full.getLineItems().getData().getFirst().getDescription())
                .isEqualTo("Logic & <Proof>");
        assertThat(full.getPaymentIntentObject().getAmount()).isEqualTo(4900);
    }

    @Test
    void isFoundByItsPayment() throws StripeException {
        var session = shop.paid("o-1");
        shop.paid("o-2");
        var params =
                SessionListParams.builder().setPaymentIntent(session.getPaymentIntent()).build();

        var found = shop.client().v1().checkout().sessions().list(params).getData();

        assertThat(found).extracting("id").containsExactly(session.getId());
    }

    @Nested
    class Expiring {

        @Test
        void closesAnOpenSession() throws StripeException {
            var session = shop.open("o-1");

            var expired = shop.client().v1().checkout().sessions().expire(session.getId());

            assertThat(expired.getStatus()).isEqualTo("expired");
            assertThat(shop.standIn.pay("o-1")).isEqualTo(Outcome.NOT_OPEN);
            assertThat(shop.receiver.awaitTypes(1)).containsExactly("checkout.session.expired");
        }

        @Test
        void isRefusedForAPaidOne() throws StripeException {
            var session = shop.paid("o-1");

            var refused =
                    catchThrowableOfType(
                            InvalidRequestException.class,
                            () -> shop.client().v1().checkout().sessions().expire(session.getId()));

            assertThat(refused)
                    .hasMessageContaining("This Checkout Session has a status of complete.");
        }
    }

    @Nested
    class Refusing {

        @Test
        void whoeverHasAnotherKey() {
            var refused =
                    catchThrowableOfType(
                            AuthenticationException.class,
                            () -> shop.client("sk_test_wrongwrong").v1().refunds().list());

            assertThat(refused).hasMessageContaining("Invalid API Key provided: sk_test****rong");
            assertThat(refused.getRequestId()).startsWith("req_");
        }

        @Test
        void aSessionItDoesNotKnow() {
            var refused =
                    catchThrowableOfType(
                            InvalidRequestException.class,
                            () -> shop.client().v1().checkout().sessions().retrieve("cs_none"));

            assertThat(refused.getStatusCode()).isEqualTo(404);
            assertThat(refused.getCode()).isEqualTo("resource_missing");
        }

        @Test
        void anOrderOfNothing() {
            assertThat(refusedParam(Shop.anOrder("o-1"))).isEqualTo("line_items");
        }

        @Test
        void anOrderWithNowhereToReturnTo() {
            var nowhere =
                    SessionCreateParams.builder()
                            .setMode(SessionCreateParams.Mode.PAYMENT)
                            .addLineItem(Shop.aCourse(4900));

            assertThat(refusedParam(nowhere)).isEqualTo("success_url");
            assertThat(refusedParam(nowhere.setSuccessUrl("javascript:alert(1)")))
                    .isEqualTo("success_url");
        }

        @Test
        void aPriceBelowNothing() {
            assertThat(refusedParam(Shop.anOrder("o-1").addLineItem(Shop.aCourse(-1))))
                    .isEqualTo("line_items[0][price_data][unit_amount]");
        }

        @Test
        void moneyNobodyKnows() {
            assertThat(refusedParam(Shop.anOrder("o-1").addLineItem(Shop.aCourse(1, "abc"))))
                    .isEqualTo("line_items[0][price_data][currency]");
        }

        @Test
        void twoCurrenciesAtOnce() {
            assertThat(
                            refusedParam(
                                    Shop.anOrder("o-1")
                                            .addLineItem(Shop.aCourse(1, "usd"))
                                            .addLineItem(Shop.aCourse(1, "eur"))))
                    .isEqualTo("line_items");
        }

        @ParameterizedTest
        @ValueSource(longs = {29, 24 * 60 + 2})
        void anEndTooSoonOrTooLate(long minutes) {
            long at = Instant.now().plus(Duration.ofMinutes(minutes)).getEpochSecond();

            assertThat(
                            refusedParam(
                                    Shop.anOrder("o-1")
                                            .addLineItem(Shop.aCourse(4900))
                                            .setExpiresAt(at)))
                    .isEqualTo("expires_at");
        }

        @ParameterizedTest
        @ValueSource(longs = {100_000_000, Long.MAX_VALUE})
        void moreThanAnybodyCanPay(long price) {
            for (var quantity : new long[] {1, 1_000, Long.MAX_VALUE}) {
                var many = Shop.anOrder("o-1").addLineItem(Shop.courses(price, quantity));
                assertThat(refusedParam(many)).isEqualTo("line_items");
            }
            var together =
                    Shop.anOrder("o-1")
                            .addLineItem(Shop.aCourse(99_999_999))
                            .addLineItem(Shop.aCourse(1));
            assertThat(refusedParam(together)).isEqualTo("line_items");
        }

        private String refusedParam(SessionCreateParams.Builder params) {
            return catchThrowableOfType(
                            InvalidRequestException.class, () -> shop.open(params.build()))
                    .getStripeError()
                    .getParam();
        }
    }

    @Test
    void canBeDownForAWhile() throws StripeException {
        shop.standIn.setDown(true);
        var down = catchThrowableOfType(ApiException.class, () -> shop.open("o-1"));
        assertThat(down.getStatusCode()).isEqualTo(503);

        shop.standIn.setDown(false);
        assertThat(shop.open("o-1").getStatus()).isEqualTo("open");
    }

    @Test
    void canBeSlow() throws StripeException {
        shop.standIn.delayAnswers(Duration.ofMillis(150));
        long before = System.nanoTime();

        shop.open("o-1");

        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isGreaterThanOrEqualTo(Duration.ofMillis(150));
    }
}
