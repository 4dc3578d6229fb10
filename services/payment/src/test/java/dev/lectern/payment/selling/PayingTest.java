package dev.lectern.payment.selling;

import static dev.lectern.payment.testkit.Surroundings.ENROLLMENT;
import static dev.lectern.payment.testkit.Surroundings.NOTICES;
import static dev.lectern.payment.testkit.Surroundings.STRIPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stripe.net.Webhook;
import dev.lectern.client.Client;
import dev.lectern.payment.PaymentTest;
import dev.lectern.payment.selling.application.Settling;
import dev.lectern.payment.selling.application.SweepingOrders;
import dev.lectern.payment.selling.domain.OrderId;
import dev.lectern.payment.testkit.Mail;
import dev.lectern.payment.testkit.Shop;
import dev.lectern.payment.testkit.Shop.Buyer;
import dev.lectern.payment.testkit.Surroundings;
import dev.lectern.testing.AtOnce;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Orders from the page they are paid on to what follows from the money.
@PaymentTest
@Import(Shop.class)
class PayingTest {

    @LocalServerPort int port;
    @Autowired Shop shop;
    @Autowired JdbcClient jdbc;
    @Autowired MeterRegistry meters;
    @Autowired Settling settling;
    @Autowired SweepingOrders sweeping;

    private Buyer buyer = new Buyer(UUID.randomUUID(), new Client(0));

    @BeforeEach
    void open() {
        NOTICES.to(port);
        buyer = Shop.buyer(port);
    }

    @Test
    void opensOnePageHoweverOftenItIsAskedFor() throws Exception {
        var order = Shop.ordered(buyer, shop.sells(4_900));
        var started = meters.counter("lectern.checkouts.started").count();

        var pages = AtOnce.run(5, () -> buyer.pay(order));

        assertThat(pages).allMatch(page -> page.status() == 200);
        assertThat(pages.stream().map(page -> page.text("checkoutUrl")).distinct()).hasSize(1);
        assertThat(pages.getFirst().text("orderId")).isEqualTo(order);
        assertThat(pages.getFirst().text("expiresAt"))
                .isEqualTo(buyer.shown(order).get("holdExpiresAt").asString());
        assertThat(meters.counter("lectern.checkouts.started").count() - started).isOne();
    }

    @Test
    void grantsAndTellsOnceWhatWasPaid() {
        var heard = shop.neighbours().listenTo("payment");
        var goods = shop.sells(4_900);
        var paid = meters.counter("lectern.checkouts.paid").count();

        var order = shop.fulfilled(buyer, goods);

        assertThat(buyer.shown(order).at("/items/0/enrollmentId").asString()).isNotEmpty();
        var told = heard.atLeast(1, "payment.order-paid.v1").getFirst().get("data");
        assertThat(told.get("orderId").asString()).isEqualTo(order);
        assertThat(told.get("learnerId").asString()).isEqualTo(buyer.id().toString());
        assertThat(told.get("runId").asString()).isEqualTo(goods.run().toString());
        assertThat(told.get("amount").asLong()).isEqualTo(4_900);
        assertThat(meters.counter("lectern.checkouts.paid").count() - paid).isOne();
        assertThat(shop.ledger(order))
                .containsEntry("PROVIDER_CLEARING", 4_900L)
                .containsEntry("TAX_PAYABLE", -783L)
                .containsEntry("AUTHORS_PAYABLE", -2_881L)
                .containsEntry("PLATFORM_REVENUE", -1_236L);
    }

    @Test
    void countsNoticesOnceTenTimesOutOfOrder() throws Exception {
        var heard = shop.neighbours().listenTo("payment");
        var order = Shop.paid(buyer, shop.sells(4_900));
        await().until(() -> NOTICES.about(order).size() >= 2);
        var letters = new ArrayList<Mail.Letter>();
        for (int i = 0; i < 10; i++) {
            letters.addAll(NOTICES.about(order));
        }
        Collections.reverse(letters);

        for (var letter : letters) {
            var answer = NOTICES.deliver(letter.body(), letter.signature());
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().get("received").asBoolean()).isTrue();
        }

        awaitNothingToDo();
        assertThat(buyer.status(order)).isEqualTo("PAID");
        assertThat(heard.soFar("payment.order-paid.v1")).hasSize(1);
        assertThat(shop.ledger(order)).containsEntry("PROVIDER_CLEARING", 4_900L);
    }

    @Test
    void countsANoticeThatComesBeforeTheCheckoutIsKnown() {
        var order = Shop.inCheckout(buyer, shop.sells(4_900));
        jdbc.sql("update orders set checkout_id = null, checkout_url = null where id = :id")
                .param("id", UUID.fromString(order))
                .update();

        STRIPE.pay(order);

        Shop.awaitStatus(buyer, order, "PAID");
    }

    @Test
    void findsMoneyWhoseNoticeWasLost() {
        var order = Shop.inCheckout(buyer, shop.sells(4_900));
        NOTICES.loseAll();
        STRIPE.pay(order);
        shop.later(order, Duration.ofMinutes(1));
        assertThat(buyer.status(order)).isEqualTo("PENDING");

        sweeping.askAboutOpenOrders();

        Shop.awaitStatus(buyer, order, "PAID");
    }

    @Test
    void staysPayableAfterADeclinedCard() {
        var order = Shop.inCheckout(buyer, shop.sells(4_900));
        var failed = meters.counter("lectern.checkouts.failed").count();

        STRIPE.decline(order);

        await().until(() -> meters.counter("lectern.checkouts.failed").count() - failed == 1);
        assertThat(buyer.status(order)).isEqualTo("PENDING");
        STRIPE.pay(order);
        Shop.awaitStatus(buyer, order, "PAID");
    }

    @Test
    void holdsMoneyThatIsNotWhatTheOrderCosts() {
        var heard = shop.neighbours().listenTo("payment");
        var order = Shop.inCheckout(buyer, shop.sells(4_900));
        var alerts = meters.counter("lectern.sales.alerts").count();
        jdbc.sql("update orders set amount = 4800 where id = :id")
                .param("id", UUID.fromString(order))
                .update();

        STRIPE.pay(order);

        Shop.awaitStatus(buyer, order, "UNDER_REVIEW");
        assertThat(meters.counter("lectern.sales.alerts").count() - alerts).isOne();
        assertThat(heard.soFar("payment.order-paid.v1")).isEmpty();
        assertThat(shop.ledger(order))
                .containsEntry("PROVIDER_CLEARING", 4_900L)
                .containsEntry("UNAPPLIED", -4_900L);
    }

    @Test
    void endsAnOrderNobodyPaidAndGivesItsSeatBack() {
        var heard = shop.neighbours().listenTo("payment");
        var goods = shop.sells(4_900);
        var order = Shop.inCheckout(buyer, goods);
        shop.later(order, Duration.ofMinutes(15));
        assertThat(buyer.pay(order).code()).isEqualTo("HOLD_EXPIRED");

        settling.expire(new OrderId(UUID.fromString(order)));

        assertThat(buyer.status(order)).isEqualTo("EXPIRED");
        assertThat(STRIPE.pay(order).name()).isEqualTo("NOT_OPEN");
        await().until(() ->
                ENROLLMENT
                        .callsAbout(UUID.fromString(order))
                        .contains("DELETE /internal/seat-holds"));
        assertThat(heard.atLeast(1, "payment.order-expired.v1")).hasSize(1);
        assertThat(buyer.pay(order).code()).isEqualTo("HOLD_EXPIRED");
        assertThat(buyer.order(goods.run()).status()).isEqualTo(201);
    }

    @Test
    void endsAnOrderNobodyWentToPayWithoutAskingTheProvider() {
        var order = Shop.ordered(buyer, shop.sells(4_900));

        settling.expire(new OrderId(UUID.fromString(order)));

        assertThat(buyer.status(order)).isEqualTo("EXPIRED");
    }

    @Test
    void countsMoneyThatCameInTheLastMoment() {
        var order = Shop.inCheckout(buyer, shop.sells(4_900));
        NOTICES.loseAll();
        STRIPE.pay(order);
        shop.later(order, Duration.ofMinutes(15));

        settling.expire(new OrderId(UUID.fromString(order)));

        assertThat(buyer.status(order)).isEqualTo("PAID");
        assertThat(ENROLLMENT.callsAbout(UUID.fromString(order)))
                .doesNotContain("DELETE /internal/seat-holds");
    }

    @Test
    void saysAgainWhatNobodyAnswered() {
        var heard = shop.neighbours().listenTo("payment");
        var order = Shop.paid(buyer, shop.sells(4_900));
        heard.atLeast(1, "payment.order-paid.v1");

        sweeping.tellPaidAgain();
        assertThat(heard.soFar("payment.order-paid.v1")).hasSize(1);

        shop.later(order, Duration.ofMinutes(5));
        sweeping.tellPaidAgain();

        assertThat(
                        heard.atLeast(2, "payment.order-paid.v1").stream()
                                .map(told -> told.at("/data/orderId").asString()))
                .contains(order);
        assertThat(shop.ledger(order)).containsEntry("PROVIDER_CLEARING", 4_900L);
    }

    @Test
    void believesNoNoticeThatIsNotOfTheProvider() throws Exception {
        var order = Shop.inCheckout(buyer, shop.sells(4_900));
        var body =
                "{\"id\": \"evt_1\", \"object\": \"event\", \"type\": \"x\", \"data\": {\"object\": {\"metadata\": {\"orderId\": \"%s\"}}}}"
                        .formatted(order);
        var now = Instant.now().getEpochSecond();

        assertThat(NOTICES.deliver(body, signed(body, now, "whsec_forged")).code())
                .isEqualTo("SIGNATURE_INVALID");
        assertThat(
                        NOTICES.deliver(body, signed(body, now - 301, Surroundings.WEBHOOK_SECRET))
                                .status())
                .isEqualTo(400);
        assertThat(
                        NOTICES.deliver(body, signed(body, now - 301, Surroundings.WEBHOOK_SECRET))
                                .code())
                .isEqualTo("SIGNATURE_INVALID");
        assertThat(
                        NOTICES.deliver(body + " ", signed(body, now, Surroundings.WEBHOOK_SECRET))
                                .status())
                .isEqualTo(400);
        assertThat(NOTICES.deliver(body, "").status()).isEqualTo(400);
        assertThat(
                        NOTICES.deliver(body, signed(body, now - 290, Surroundings.WEBHOOK_SECRET))
                                .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\": \"evt_%s\", \"object\": \"event\", \"type\": \"never.heard.of\", \"api_version\": \"2019-01-01\", \"data\": {\"object\": {\"object\": \"nothing\"}}}",
                "{\"id\": \"evt_%s\", \"object\": \"event\", \"type\": \"checkout.session.completed\", \"data\": {\"object\": {\"metadata\": {\"orderId\": \"0199a3c0-1f00-7a10-8b00-000000000002\"}}}}"
            })
    void takesNoticesThatAreNotForIt(String event) throws Exception {
        var body = event.formatted(UUID.randomUUID());

        var answer =
                NOTICES.deliver(
                        body,
                        signed(body, Instant.now().getEpochSecond(), Surroundings.WEBHOOK_SECRET));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void readsANoticeOfAnotherVersion() throws Exception {
        var order = Shop.inCheckout(buyer, shop.sells(4_900));
        NOTICES.loseAll();
        STRIPE.pay(order);
        var body =
                "{\"id\": \"evt_%s\", \"object\": \"event\", \"type\": \"checkout.session.completed\", \"api_version\": \"2019-01-01\", \"data\": {\"object\": {\"object\": \"checkout.session\", \"metadata\": {\"orderId\": \"%s\"}}}}"
                        .formatted(UUID.randomUUID(), order);

        NOTICES.deliver(
                body, signed(body, Instant.now().getEpochSecond(), Surroundings.WEBHOOK_SECRET));

        Shop.awaitStatus(buyer, order, "PAID");
    }

    @Test
    void doesNotLeadAwayFromThePlatform() {
        var order = Shop.ordered(buyer, shop.sells(4_900));

        for (var path :
                new String[] {
                    "https://evil.test",
                    "//evil.test",
                    "/\\\\evil.test",
                    "",
                    "orders",
                    "/{CHECKOUT_SESSION_ID}"
                }) {
            var refused =
                    buyer.http()
                            .withKey(UUID.randomUUID().toString())
                            .post(
                                    "/api/v1/orders/" + order + "/pay",
                                    "{\"returnPath\": \"%s\"}".formatted(path));
            assertThat(refused.status()).as(path).isEqualTo(400);
        }
    }

    @Test
    void showsRevenueAsTheLedgerHasIt() {
        Shop.paid(buyer, shop.sells(4_900, "NOK"));
        Shop.paid(buyer, shop.sells(5_100, "NOK"));

        assertThat(meters.get("lectern.revenue").tag("currency", "NOK").gauge().value())
                .isEqualTo(10_000);
        assertThat(
                        jdbc.sql("select sum(debit) - sum(credit) from ledger_line")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    private void awaitNothingToDo() {
        await().until(() ->
                jdbc.sql("select count(*) from scheduled_tasks where task_name = 'ask-provider'")
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    private static String signed(String body, long time, String secret) throws Exception {
        return "t=" + time + ",v1=" + Webhook.Util.computeHmacSha256(secret, time + "." + body);
    }
}
