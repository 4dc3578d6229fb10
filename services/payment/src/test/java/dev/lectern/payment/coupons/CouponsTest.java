package dev.lectern.payment.coupons;

import static dev.lectern.payment.testkit.Shop.awaitStatus;
import static dev.lectern.payment.testkit.Shop.buyer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.event.Received;
import dev.lectern.events.course.CourseMembershipChanged;
import dev.lectern.events.course.CourseMembershipChanged.Member;
import dev.lectern.payment.PaymentTest;
import dev.lectern.payment.selling.application.Settling;
import dev.lectern.payment.selling.domain.OrderId;
import dev.lectern.payment.testkit.Shop;
import dev.lectern.payment.testkit.Shop.Buyer;
import dev.lectern.payment.testkit.Shop.Goods;
import dev.lectern.payment.testkit.Surroundings;
import dev.lectern.testing.AtOnce;
import dev.lectern.testing.identity.TestIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Coupons from the author's wish to the buyer's receipt.
@PaymentTest
@Import(Shop.class)
@SuppressWarnings("NullAway.Init")
class CouponsTest {

    @LocalServerPort int port;
    @Autowired Shop shop;
    @Autowired MembershipCopy members;
    @Autowired Settling settling;
    @Autowired JdbcClient jdbc;

    private final UUID author = UUID.randomUUID();
    private final String code = "C-" + UUID.randomUUID().toString().substring(0, 8);
    private Goods goods;
    private Client http;

    @BeforeEach
    void aCourseOfAnAuthor() {
        goods = shop.sells(4_900);
        http = new Client(port).as(TestIdentity.tokenOf(author, "instructor"));
        members.keep(
                new Received<>(
                        new CourseMembershipChanged(
                                goods.course(), List.of(new Member(author, "AUTHOR"))),
                        UUID.randomUUID(),
                        goods.course(),
                        1,
                        Instant.parse("2026-10-02T09:15:00Z")));
    }

    @Test
    void areIssuedByThoseWhoWriteTheCourse() {
        var coupon = issue("\"percentOff\": 50, \"maxUses\": 1");

        assertThat(coupon.status()).as(coupon.body()).isEqualTo(201);
        assertThat(coupon.text("code")).isEqualTo(code.toUpperCase(Locale.ROOT));
        assertThat(coupon.json().get("uses").asInt()).isZero();
        assertThat(coupon.text("link"))
                .isEqualTo("/courses/signals?coupon=" + code.toUpperCase(Locale.ROOT));
        assertThat(http.get(coupon.header("Location")).json()).isEqualTo(coupon.json());
        assertThat(
                        http.get("/api/v1/coupons?courseId=" + goods.course())
                                .json()
                                .at("/items/0")
                                .equals(coupon.json()))
                .isTrue();
        assertThat(issue("\"percentOff\": 20").code()).isEqualTo("CODE_TAKEN");
    }

    @Test
    void areNobodyElsesToIssueOrToSee() {
        var coupon = issue("\"percentOff\": 50");
        http = new Client(port).as(TestIdentity.tokenOf(UUID.randomUUID(), "instructor"));

        assertThat(issue("\"percentOff\": 50").status()).isEqualTo(404);
        assertThat(http.get(coupon.header("Location")).status()).isEqualTo(404);
        assertThat(http.get("/api/v1/coupons?courseId=" + goods.course()).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"percentOff\": 50, \"amountOff\": {\"amount\": 1, \"currency\": \"EUR\"}",
                "\"percentOff\": null",
                "\"percentOff\": 101",
                "\"amountOff\": {\"amount\": 100, \"currency\": \"XXX\"}",
                "\"percentOff\": 5, \"startsAt\": \"2026-10-02T09:15:00Z\", \"endsAt\": \"2026-10-02T09:15:00Z\"",
                "\"percentOff\": 5, \"maxUses\": 0"
            })
    void areRefusedWhereTheyMakeNoSense(String terms) {
        var refused = issue(terms);

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("INVALID_VALUE");
    }

    @Test
    void makeAnOrderCheaperOnceForEachUse() {
        issue("\"percentOff\": 50, \"maxUses\": 1");
        var leo = buyer(port);

        var order = order(leo, code.toLowerCase(Locale.ROOT));

        assertThat(order.status()).as(order.body()).isEqualTo(201);
        assertThat(order.text("couponCode")).isEqualTo(code.toUpperCase(Locale.ROOT));
        assertThat(order.json().at("/total/amount").asLong()).isEqualTo(2_450);
        assertThat(order.json().at("/items/0/price/amount").asLong()).isEqualTo(4_900);
        assertThat(order.json().at("/items/0/discount/amount").asLong()).isEqualTo(2_450);
        assertThat(order.json().at("/taxIncluded/0/amount/amount").asLong()).isEqualTo(392);
        var second = order(buyer(port), code);
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.code()).isEqualTo("COUPON_INVALID");
        assertThat(second.text("reason")).isEqualTo("USED_UP");

        leo.pay(order.text("id"));
        Surroundings.STRIPE.pay(order.text("id"));
        awaitStatus(leo, order.text("id"), "PAID");
        assertThat(shop.ledger(order.text("id"))).containsEntry("PROVIDER_CLEARING", 2_450L);
        assertThat(uses()).isOne();
    }

    @Test
    void areNeverUsedMoreOftenThanTheyMayBe() throws Exception {
        issue("\"percentOff\": 50, \"maxUses\": 3");
        var buyers = Collections.synchronizedList(new ArrayList<Buyer>());
        for (var one = 0; one < 50; one++) {
            buyers.add(buyer(port));
        }

        var answers = AtOnce.run(50, () -> order(buyers.removeFirst(), code).status());

        assertThat(Collections.frequency(answers, 201)).isEqualTo(3);
        assertThat(Collections.frequency(answers, 422)).isEqualTo(47);
        assertThat(uses()).isEqualTo(3);
    }

    @Test
    void areFreeAgainWhenTheOrderComesToNothing() {
        issue("\"percentOff\": 50, \"maxUses\": 1, \"maxUsesPerLearner\": 1");
        var leo = buyer(port);
        var order = order(leo, code).text("id");

        settling.expire(new OrderId(UUID.fromString(order)));
        settling.expire(new OrderId(UUID.fromString(order)));
        assertThat(leo.status(order)).isEqualTo("EXPIRED");

        assertThat(uses()).isZero();
        assertThat(order(leo, code).status()).isEqualTo(201);
    }

    @Test
    void areFreeAgainWhereThereWasNoSeat() {
        issue("\"percentOff\": 50, \"maxUses\": 1");
        Surroundings.ENROLLMENT.refuse(goods.run(), 409, "SOLD_OUT");

        assertThat(order(buyer(port), code).code()).isEqualTo("SOLD_OUT");

        assertThat(uses()).isZero();
    }

    @Test
    void payForEverythingWithoutTheProvider() {
        issue("\"percentOff\": 100");
        var leo = buyer(port);
        var order = order(leo, code).text("id");

        var paid = leo.pay(order);

        assertThat(paid.status()).as(paid.body()).isEqualTo(200);
        assertThat(paid.text("status")).isEqualTo("PAID");
        assertThat(paid.json().get("checkoutUrl").isNull()).isTrue();
        shop.neighbours().say(UUID.randomUUID(), Shop.granted(leo, goods, order, "ACTIVE"));
        awaitStatus(leo, order, "FULFILLED");
        assertThat(leo.http().get("/api/v1/orders/" + order + "/receipt").status()).isEqualTo(200);

        assertThat(leo.refund(order).status()).isEqualTo(201);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> leo.shown(order).at("/refunds/0/status").asString().equals("SETTLED"));
        shop.neighbours().say(UUID.randomUUID(), Shop.revoked(leo, goods, order));
        awaitStatus(leo, order, "REFUNDED");
        assertThat(shop.ledger(order).values()).containsOnly(0L);
    }

    @Test
    void sayWhatTheyWouldDo() {
        issue("\"amountOff\": {\"amount\": 900, \"currency\": \"EUR\"}");
        var leo = buyer(port).http();

        var checked = check(leo, code);

        assertThat(checked.json().get("valid").asBoolean()).isTrue();
        assertThat(checked.json().at("/total/amount").asLong()).isEqualTo(4_000);
        assertThat(check(leo, "NOBODYS").text("reason")).isEqualTo("UNKNOWN");
        assertThat(check(leo, "?").text("reason")).isEqualTo("UNKNOWN");
        assertThat(
                        leo.post(
                                        "/api/v1/coupons/validate",
                                        "{\"code\": \"ANY\", \"courseId\": \"%s\"}"
                                                .formatted(UUID.randomUUID()))
                                .status())
                .isEqualTo(404);
    }

    private Answer check(Client buyer, String typed) {
        return buyer.post(
                "/api/v1/coupons/validate",
                "{\"code\": \"%s\", \"courseId\": \"%s\"}".formatted(typed, goods.course()));
    }

    private Answer issue(String terms) {
        return http.withKey(UUID.randomUUID().toString())
                .post(
                        "/api/v1/coupons",
                        "{\"code\": \"%s\", \"courseId\": \"%s\", %s}"
                                .formatted(code, goods.course(), terms));
    }

    private Answer order(Buyer buyer, String typed) {
        return buyer.http()
                .withKey(UUID.randomUUID().toString())
                .post(
                        "/api/v1/orders",
                        "{\"items\": [{\"runId\": \"%s\"}], \"couponCode\": \"%s\"}"
                                .formatted(goods.run(), typed));
    }

    private int uses() {
        return jdbc.sql("select uses from coupon where code = :code")
                .param("code", code.toUpperCase(Locale.ROOT))
                .query(Integer.class)
                .single();
    }
}
