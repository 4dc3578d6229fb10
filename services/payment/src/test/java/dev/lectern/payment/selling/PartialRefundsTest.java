package dev.lectern.payment.selling;

import static dev.lectern.payment.testkit.Surroundings.ENROLLMENT;
import static dev.lectern.payment.testkit.Surroundings.NOTICES;
import static dev.lectern.payment.testkit.Surroundings.STRIPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Refund;
import com.stripe.param.RefundListParams;
import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.payment.PaymentTest;
import dev.lectern.payment.selling.application.Refunding;
import dev.lectern.payment.selling.domain.RefundId;
import dev.lectern.payment.testkit.Shop;
import dev.lectern.payment.testkit.Shop.Buyer;
import dev.lectern.payment.testkit.Surroundings;
import dev.lectern.testing.AtOnce;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A part of the money goes back, and nothing else happens.
@PaymentTest
@Import(Shop.class)
class PartialRefundsTest {

    private static final String SUSPENSION = "PUT /internal/order-access/suspension";

    @LocalServerPort int port;
    @Autowired Shop shop;
    @Autowired JdbcClient jdbc;
    @Autowired MeterRegistry meters;
    @Autowired Refunding refunding;

    private Buyer buyer = new Buyer(UUID.randomUUID(), new Client(0));
    private Client support = new Client(0);

    @BeforeEach
    void open() {
        NOTICES.to(port);
        buyer = Shop.buyer(port);
        support = Shop.staff(port, "support");
    }

    private Answer grant(String order, Object amount) {
        return support.withKey(UUID.randomUUID().toString())
                .post(
                        "/api/v1/admin/orders/" + order + "/refunds",
                        "{\"reason\": \"OTHER\", \"note\": \"Sorry.\", \"amount\": %s}"
                                .formatted(amount));
    }

    /// Grants a part and waits until it is back.
    private String gaveBack(String order, long amount) {
        var part = grant(order, amount);
        assertThat(part.status()).as(part.body()).isEqualTo(201);
        Shop.awaitStatus(buyer, order, "PARTIALLY_REFUNDED");
        return part.text("id");
    }

    private List<Long> atProvider(String order) throws StripeException {
        var payment =
                jdbc.sql("select payment_id from orders where id = :id")
                        .param("id", UUID.fromString(order))
                        .query(String.class)
                        .single();
        return StripeClient.builder()
                .setApiKey(Surroundings.SECRET_KEY)
                .setApiBase(Surroundings.STRIPE.url().toString())
                .build()
                .v1()
                .refunds()
                .list(RefundListParams.builder().setPaymentIntent(payment).build())
                .getData()
                .stream()
                .map(Refund::getAmount)
                .toList();
    }

    private static void assertMoney(Buyer buyer, String order, long refunded, long refundable) {
        var shown = buyer.shown(order);
        assertThat(shown.at("/captured/amount").asLong()).isEqualTo(refunded + refundable);
        assertThat(shown.at("/refunded/amount").asLong()).isEqualTo(refunded);
        assertThat(shown.at("/refundable/amount").asLong()).isEqualTo(refundable);
    }

    @Test
    void giveExactlyThePartBackAndLeaveAccess() throws StripeException {
        var heard = shop.neighbours().listenTo("payment");
        var order = shop.fulfilled(buyer, shop.sells(4_900));
        assertMoney(buyer, order, 0, 4_900);

        var part = grant(order, 1_000);

        assertThat(part.status()).as(part.body()).isEqualTo(201);
        assertThat(part.json().at("/amount/amount").asLong()).isEqualTo(1_000);
        assertThat(part.json().get("consequences")).isEmpty();
        Shop.awaitStatus(buyer, order, "PARTIALLY_REFUNDED");
        assertMoney(buyer, order, 1_000, 3_900);
        var refund = buyer.shown(order).at("/refunds/0");
        assertThat(refund.at("/amount/amount").asLong()).isEqualTo(1_000);
        assertThat(refund.get("status").asString()).isEqualTo("SETTLED");
        assertThat(refund.get("settledAt").asString()).isNotEmpty();
        assertThat(atProvider(order)).containsExactly(1_000L);
        var told = heard.atLeast(1, "payment.partial-refund-settled.v1").getFirst().get("data");
        assertThat(told.get("refundId").asString()).isEqualTo(part.text("id"));
        assertThat(told.get("orderId").asString()).isEqualTo(order);
        assertThat(told.get("learnerId").asString()).isEqualTo(buyer.id().toString());
        assertThat(told.get("amount").asLong()).isEqualTo(1_000);
        assertThat(told.get("currency").asString()).isEqualTo("EUR");
        assertThat(heard.soFar("payment.refund-settled.v1")).isEmpty();
        assertThat(ENROLLMENT.callsAbout(UUID.fromString(order))).doesNotContain(SUSPENSION);
        assertThat(shop.ledger(order))
                .containsEntry("PROVIDER_CLEARING", 3_900L)
                .containsEntry("TAX_PAYABLE", -623L)
                .containsEntry("AUTHORS_PAYABLE", -2_293L)
                .containsEntry("PLATFORM_REVENUE", -984L);
    }

    @Test
    void followEachOtherUntilNothingIsLeftAndNeverFurther() throws StripeException {
        var order = shop.fulfilled(buyer, shop.sells(4_900));
        gaveBack(order, 1_000);
        gaveBack(order, 2_400);
        var before = support.get("/api/v1/admin/orders/" + order).body();

        var tooMuch = grant(order, 1_501);

        assertThat(tooMuch.status()).isEqualTo(422);
        assertThat(tooMuch.code()).isEqualTo("OVER_CAPTURED");
        assertThat(tooMuch.json().get("refundable").asLong()).isEqualTo(1_500);
        assertThat(support.get("/api/v1/admin/orders/" + order).body()).isEqualTo(before);
        assertThat(atProvider(order)).containsExactly(2_400L, 1_000L);
        assertThat(grant(order, 1_500).json().get("consequences")).isNotEmpty();
        await().until(() -> buyer.shown(order).at("/refunded/amount").asLong() == 4_900);
        assertThat(ENROLLMENT.callsAbout(UUID.fromString(order))).contains(SUSPENSION);
        assertThat(shop.ledger(order).values()).containsOnly(0L);
    }

    @Test
    void neverExceedWhatCameHoweverManyAreGrantedAtOnce() throws Exception {
        var order = shop.fulfilled(buyer, shop.sells(4_900));
        var accepted = 0;

        for (var round = 0; round < 3; round++) {
            var answers = AtOnce.run(8, () -> grant(order, 2_000));
            assertThat(answers)
                    .allMatch(answer ->
                            answer.status() == 201
                                    || Set.of("REFUND_IN_PROGRESS", "OVER_CAPTURED")
                                            .contains(answer.code()));
            accepted += (int) answers.stream().filter(answer -> answer.status() == 201).count();
            await().until(() -> !buyer.status(order).equals("REFUND_PENDING"));
        }

        assertThat(accepted).isEqualTo(2);
        assertThat(atProvider(order)).containsExactly(2_000L, 2_000L);
        assertMoney(buyer, order, 4_000, 900);
    }

    @Test
    void waitForEachOther() throws StripeException {
        var order = shop.fulfilled(buyer, shop.sells(4_900));
        STRIPE.holdRefunds(order);
        assertThat(grant(order, 1_000).status()).isEqualTo(201);
        await().until(() -> atProvider(order).size() == 1);

        assertThat(grant(order, 1_000).code()).isEqualTo("REFUND_IN_PROGRESS");
        assertThat(grant(order, "null").code()).isEqualTo("REFUND_IN_PROGRESS");
        assertThat(buyer.refund(order).code()).isEqualTo("REFUND_IN_PROGRESS");
        assertThat(buyer.status(order)).isEqualTo("REFUND_PENDING");
        assertMoney(buyer, order, 0, 4_900);

        STRIPE.endRefunds(order, true);
        Shop.awaitStatus(buyer, order, "PARTIALLY_REFUNDED");
        assertMoney(buyer, order, 1_000, 3_900);
    }

    @Test
    void areSettledOnceHoweverOftenTheProviderTells() throws StripeException {
        var heard = shop.neighbours().listenTo("payment");
        var order = shop.fulfilled(buyer, shop.sells(4_900));
        gaveBack(order, 1_000);
        await().until(() ->
                NOTICES.about(order).stream()
                        .anyMatch(letter -> letter.body().contains("refund.updated")));

        for (var letter : NOTICES.about(order).reversed()) {
            for (var i = 0; i < 3; i++) {
                assertThat(NOTICES.deliver(letter.body(), letter.signature()).status())
                        .isEqualTo(200);
            }
        }
        gaveBackToo(order);

        assertThat(heard.atLeast(2, "payment.partial-refund-settled.v1")).hasSize(2);
        assertMoney(buyer, order, 1_500, 3_400);
        assertThat(atProvider(order)).containsExactly(500L, 1_000L);
    }

    private void gaveBackToo(String order) {
        assertThat(grant(order, 500).status()).isEqualTo(201);
        await().until(() -> buyer.shown(order).at("/refunded/amount").asLong() == 1_500);
    }

    @Test
    void areFoundSettledWhereTheNoticeWasLost() throws StripeException {
        var order = shop.fulfilled(buyer, shop.sells(4_900));
        STRIPE.holdRefunds(order);
        var part = grant(order, 1_000);
        awaitSent(part);
        NOTICES.loseAll();
        STRIPE.endRefunds(order, true);
        assertThat(buyer.status(order)).isEqualTo("REFUND_PENDING");

        assertThat(refunding.resume(idOf(part))).isTrue();

        assertThat(buyer.status(order)).isEqualTo("PARTIALLY_REFUNDED");
        assertMoney(buyer, order, 1_000, 3_900);
    }

    @Test
    void leaveTheOrderAsItWasWhereTheBankSendsThemBack() {
        var heard = shop.neighbours().listenTo("payment");
        var order = shop.fulfilled(buyer, shop.sells(4_900));
        gaveBack(order, 1_000);
        var ledger = shop.ledger(order);
        var alerts = meters.counter("lectern.sales.alerts").count();
        STRIPE.holdRefunds(order);
        var part = grant(order, 500);
        awaitSent(part);

        STRIPE.endRefunds(order, false);

        var told = heard.atLeast(1, "payment.partial-refund-rejected.v1").getFirst();
        assertThat(told.at("/data/refundId").asString()).isEqualTo(part.text("id"));
        Shop.awaitStatus(buyer, order, "PARTIALLY_REFUNDED");
        assertMoney(buyer, order, 1_000, 3_900);
        assertThat(buyer.shown(order).at("/refunds/1/status").asString()).isEqualTo("REJECTED");
        assertThat(heard.soFar("payment.refund-rejected.v1")).isEmpty();
        assertThat(meters.counter("lectern.sales.alerts").count() - alerts).isOne();
        assertThat(shop.ledger(order)).isEqualTo(ledger);
        assertThat(grant(order, 500).status()).isEqualTo(201);
        await().until(() -> buyer.shown(order).at("/refunded/amount").asLong() == 1_500);
    }

    @Test
    void areNotSentAgainByWhoeverWasKilledAfterSendingThem() throws StripeException {
        var order = shop.fulfilled(buyer, shop.sells(4_900));
        STRIPE.holdRefunds(order);
        var part = grant(order, 1_000);
        awaitSent(part);
        // Killed before it was written down, and back only when Stripe has forgotten the key.
        jdbc.sql("update refund set status = 'GRANTED', provider_id = null where id = :id")
                .param("id", idOf(part).value())
                .update();
        STRIPE.forgetKeys();
        STRIPE.endRefunds(order, true);

        await().until(() -> refunding.resume(idOf(part)));

        assertThat(atProvider(order)).containsExactly(1_000L);
        assertMoney(buyer, order, 1_000, 3_900);
    }

    @Test
    void leaveTheRestToTheRule() throws StripeException {
        var heard = shop.neighbours().listenTo("payment");
        var goods = shop.sells(4_900);
        var order = shop.fulfilled(buyer, goods);
        gaveBack(order, 1_000);
        ENROLLMENT.refuse(UUID.fromString(order), 422, "REFUND_NOT_ELIGIBLE");
        assertThat(buyer.refund(order).code()).isEqualTo("REFUND_NOT_ELIGIBLE");
        assertThat(buyer.status(order)).isEqualTo("PARTIALLY_REFUNDED");
        ENROLLMENT.allow(UUID.fromString(order));

        var rest = buyer.refund(order);

        assertThat(rest.json().at("/amount/amount").asLong()).isEqualTo(3_900);
        var settled = heard.atLeast(1, "payment.refund-settled.v1").getFirst();
        assertThat(settled.at("/data/amount").asLong()).isEqualTo(3_900);
        shop.neighbours().say(UUID.randomUUID(), Shop.revoked(buyer, goods, order));
        Shop.awaitStatus(buyer, order, "REFUNDED");
        assertMoney(buyer, order, 4_900, 0);
        assertThat(atProvider(order)).containsExactly(3_900L, 1_000L);
        assertThat(shop.ledger(order).values()).containsOnly(0L);
        assertThat(grant(order, 1).code()).isEqualTo("ALREADY_REFUNDED");
    }

    @Test
    void areTheSameForTheSameKeyAndNothingElse() {
        var order = shop.fulfilled(buyer, shop.sells(4_900));
        var keyed = support.withKey("the-same-part");
        var path = "/api/v1/admin/orders/" + order + "/refunds";
        var body = "{\"reason\": \"OTHER\", \"note\": \"Sorry.\", \"amount\": 1000}";
        var first = keyed.post(path, body);

        assertThat(keyed.post(path, body).text("id")).isEqualTo(first.text("id"));
        assertThat(keyed.post(path, body.replace("1000", "2000")).code())
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
        Shop.awaitStatus(buyer, order, "PARTIALLY_REFUNDED");
        assertMoney(buyer, order, 1_000, 3_900);
    }

    @Test
    void areTakenOffTheRevenueToTheCent() {
        var order = shop.fulfilled(buyer, shop.sells(4_900, "SEK"));
        var revenue = meters.get("lectern.revenue").tag("currency", "SEK").gauge();
        var before = revenue.value();

        gaveBack(order, 333);

        assertThat(before - revenue.value()).isEqualTo(333);
        assertThat(support.get("/api/v1/admin/ledger/trial-balance").json().get("currencies"))
                .isNotEmpty()
                .allMatch(sum -> sum.get("difference").asLong() == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "\"all\"", "true", "[1]", "{\"amount\": 1}", "1e40"})
    void areOfAnAmountAndNothingElse(String amount) {
        var order = shop.fulfilled(buyer, shop.sells(4_900));

        var refused = grant(order, amount);

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asString()).startsWith("/amount");
        assertThat(buyer.status(order)).isEqualTo("FULFILLED");
    }

    @Test
    void couldNotEvenBeWrittenDownAsMoreThanCame() {
        var order = shop.fulfilled(buyer, shop.sells(4_900));

        assertThatThrownBy(() ->
                        jdbc.sql("update orders set refunded_amount = 4901 where id = :id")
                                .param("id", UUID.fromString(order))
                                .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("order_not_over_captured");
    }

    private static RefundId idOf(Answer refund) {
        return new RefundId(UUID.fromString(refund.text("id")));
    }

    private void awaitSent(Answer refund) {
        await().until(() ->
                jdbc.sql("select status from refund where id = :id")
                        .param("id", idOf(refund).value())
                        .query(String.class)
                        .single()
                        .equals("SENT"));
    }
}
