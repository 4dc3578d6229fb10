package dev.lectern.payment.selling;

import static dev.lectern.payment.testkit.Surroundings.ENROLLMENT;
import static dev.lectern.payment.testkit.Surroundings.NOTICES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.stripe.StripeClient;
import com.stripe.param.RefundCreateParams;
import dev.lectern.client.Client;
import dev.lectern.events.enrollment.EnrollmentGrantRefused;
import dev.lectern.payment.PaymentTest;
import dev.lectern.payment.testkit.Shop;
import dev.lectern.payment.testkit.Shop.Buyer;
import dev.lectern.payment.testkit.Surroundings;
import dev.lectern.testing.AtOnce;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Money on its way back to its buyer.
@PaymentTest
@Import(Shop.class)
class RefundingTest {

    @LocalServerPort int port;
    @Autowired Shop shop;
    @Autowired JdbcClient jdbc;
    @Autowired MeterRegistry meters;

    private Buyer buyer = new Buyer(UUID.randomUUID(), new Client(0));

    @BeforeEach
    void open() {
        NOTICES.to(port);
        buyer = Shop.buyer(port);
    }

    @Test
    void isDoneOnceTheMoneyIsBackAndAccessIsGone() {
        var heard = shop.neighbours().listenTo("payment");
        var goods = shop.sells(4_900);
        var order = shop.fulfilled(buyer, goods);

        var refund = buyer.refund(order);

        assertThat(refund.status()).as(refund.body()).isEqualTo(201);
        assertThat(refund.json().at("/amount/amount").asLong()).isEqualTo(4_900);
        assertThat(refund.json().get("consequences").toString()).contains("ACCESS_ENDS");
        var address = refund.header("Location");
        assertThat(buyer.http().get(address).text("id")).isEqualTo(refund.text("id"));
        assertThat(Shop.buyer(port).http().get(address).status()).isEqualTo(404);
        var settled = heard.atLeast(1, "payment.refund-settled.v1").getFirst();
        assertThat(settled.at("/data/refundId").asString()).isEqualTo(refund.text("id"));
        assertThat(settled.at("/data/amount").asLong()).isEqualTo(4_900);
        assertThat(heard.soFar("payment.refund-requested.v1")).hasSize(1);
        assertThat(ENROLLMENT.callsAbout(UUID.fromString(order)))
                .contains("PUT /internal/order-access/suspension");
        assertThat(buyer.status(order)).isEqualTo("REFUND_PENDING");

        shop.neighbours().say(UUID.randomUUID(), Shop.revoked(buyer, goods, order));

        Shop.awaitStatus(buyer, order, "REFUNDED");
        var shown = buyer.shown(order);
        assertThat(shown.at("/refunded/amount").asLong()).isEqualTo(4_900);
        assertThat(shown.at("/refunds/0/status").asString()).isEqualTo("SETTLED");
        assertThat(shop.ledger(order).values()).containsOnly(0L);
    }

    @Test
    void happensOnceHoweverOftenItIsWanted() throws Exception {
        var heard = shop.neighbours().listenTo("payment");
        var order = shop.fulfilled(buyer, shop.sells(4_900));

        var answers = AtOnce.run(10, () -> buyer.refund(order));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 409))
                .hasSize(9)
                .allMatch(answer -> answer.code().equals("ALREADY_REFUNDED"));
        heard.atLeast(1, "payment.refund-settled.v1");
        assertThat(shop.ledger(order).values()).containsOnly(0L);
        assertThat(
                        jdbc.sql("select count(*) from refund where order_id = :order")
                                .param("order", UUID.fromString(order))
                                .query(Integer.class)
                                .single())
                .isOne();
    }

    @ParameterizedTest
    @CsvSource({"422, REFUND_NOT_ELIGIBLE, CONSUMED", "409, ENROLLMENT_NOT_IN_FORCE, ENDED"})
    void isNotForThoseEnrollmentRefuses(int status, String code, String reason) {
        var order = shop.fulfilled(buyer, shop.sells(4_900));
        ENROLLMENT.refuse(UUID.fromString(order), status, code);

        var refused = buyer.refund(order);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("REFUND_NOT_ELIGIBLE");
        assertThat(refused.json().at("/reasons/0").asString()).isEqualTo(reason);
        assertThat(buyer.status(order)).isEqualTo("FULFILLED");
        assertThat(buyer.shown(order).at("/refunds/0/status").asString()).isEqualTo("REJECTED");
        assertThat(shop.ledger(order)).containsEntry("PROVIDER_CLEARING", 4_900L);

        ENROLLMENT.allow(UUID.fromString(order));
        assertThat(buyer.refund(order).status()).isEqualTo(201);
    }

    @Test
    void isForThirtyDays() {
        var order = shop.fulfilled(buyer, shop.sells(4_900));
        shop.later(order, Duration.ofDays(30).plusSeconds(1));

        var refused = buyer.refund(order);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/reasons/0").asString()).isEqualTo("WINDOW_PASSED");
    }

    @Test
    void isDecidedLaterWhereEnrollmentDoesNotAnswer() {
        var heard = shop.neighbours().listenTo("payment");
        var order = shop.fulfilled(buyer, shop.sells(4_900));
        ENROLLMENT.refuse(UUID.fromString(order), 500, "OUT_OF_ORDER");

        var refund = buyer.refund(order);
        assertThat(refund.status()).isEqualTo(201);
        assertThat(refund.text("status")).isEqualTo("PENDING");
        ENROLLMENT.allow(UUID.fromString(order));

        heard.atLeast(1, "payment.refund-settled.v1");
    }

    @Test
    void happensByItselfWhereThereWasNoSeat() {
        var heard = shop.neighbours().listenTo("payment");
        var goods = shop.sells(4_900);
        var order = Shop.paid(buyer, goods);
        var refused =
                new EnrollmentGrantRefused(
                        UUID.fromString(order), buyer.id(), goods.run(), "SOLD_OUT");

        shop.neighbours().say(UUID.fromString(order), refused);
        shop.neighbours().say(UUID.fromString(order), refused);

        Shop.awaitStatus(buyer, order, "REFUNDED");
        assertThat(buyer.shown(order).at("/refunds/0/reason").asString())
                .isEqualTo("NOT_FULFILLED");
        assertThat(shop.ledger(order).values()).containsOnly(0L);
        assertThat(heard.atLeast(1, "payment.refund-settled.v1")).hasSize(1);
        assertThat(ENROLLMENT.callsAbout(UUID.fromString(order)))
                .doesNotContain("PUT /internal/order-access/suspension");
    }

    @Test
    void givesAccessBackAndCallsAPersonWhereTheMoneyCannotBeSent() throws Exception {
        var heard = shop.neighbours().listenTo("payment");
        var order = shop.fulfilled(buyer, shop.sells(4_900));
        var alerts = meters.counter("lectern.sales.alerts").count();
        sendAllMoneyBackBehindOurBack(order);

        assertThat(buyer.refund(order).status()).isEqualTo(201);

        assertThat(heard.atLeast(1, "payment.refund-rejected.v1")).hasSize(1);
        Shop.awaitStatus(buyer, order, "FULFILLED");
        assertThat(buyer.shown(order).at("/refunds/0/rejectedBecause").asString())
                .contains("already been refunded");
        assertThat(meters.counter("lectern.sales.alerts").count() - alerts).isOne();
    }

    @Test
    void knowsAnEnrollmentThatWasToldWhenItWasOver() {
        var goods = shop.sells(4_900);
        var order = Shop.paid(buyer, goods);
        shop.neighbours().say(UUID.randomUUID(), Shop.granted(buyer, goods, order, "REVOKED"));
        Shop.awaitStatus(buyer, order, "FULFILLED");

        assertThat(buyer.refund(order).status()).isEqualTo(201);

        Shop.awaitStatus(buyer, order, "REFUNDED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"reason\": \"NOT_FULFILLED\"}",
                "{\"reason\": \"WHIM\"}",
                "{\"reason\": \"OTHER\", \"itemIds\": []}",
                "{\"reason\": \"OTHER\", \"itemIds\": [\"0199a3c0-1f00-7a10-8b00-000000000001\"]}",
                "{\"reason\": \"OTHER\", \"amount\": 1}"
            })
    void refusesWhatIsNoWish(String body) {
        var order = shop.fulfilled(buyer, shop.sells(4_900));

        var refused = buyer.http().withKey("k").post("/api/v1/orders/" + order + "/refunds", body);

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(buyer.status(order)).isEqualTo("FULFILLED");
    }

    @Test
    void takesTheNameOfTheOnlyItem() {
        var order = shop.fulfilled(buyer, shop.sells(4_900));
        var item = buyer.shown(order).at("/items/0/id").asString();

        var refund =
                buyer.http()
                        .withKey("k")
                        .post(
                                "/api/v1/orders/" + order + "/refunds",
                                "{\"reason\": \"OTHER\", \"itemIds\": [\"%s\"]}".formatted(item));

        assertThat(refund.status()).as(refund.body()).isEqualTo(201);
    }

    @Test
    void neverRewritesTheLedger() {
        var order = Shop.paid(buyer, shop.sells(4_900));

        for (var sql :
                new String[] {
                    "update ledger_line set debit = 1 where order_id = :order",
                    "delete from ledger_line where order_id = :order",
                    "insert into ledger_line values ('CAPTURE', gen_random_uuid(), 'UNAPPLIED', :order, 'EUR', 1, 0, now())"
                }) {
            assertThatThrownBy(() -> jdbc.sql(sql).param("order", UUID.fromString(order)).update())
                    .as(sql)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    private void sendAllMoneyBackBehindOurBack(String order) throws Exception {
        var payment =
                jdbc.sql("select payment_id from orders where id = :id")
                        .param("id", UUID.fromString(order))
                        .query(String.class)
                        .single();
        StripeClient.builder()
                .setApiKey(Surroundings.SECRET_KEY)
                .setApiBase(Surroundings.STRIPE.url().toString())
                .build()
                .v1()
                .refunds()
                .create(RefundCreateParams.builder().setPaymentIntent(payment).build());
        await().until(() ->
                NOTICES.about(order).stream()
                        .anyMatch(letter -> letter.body().contains("charge.refunded")));
    }
}
