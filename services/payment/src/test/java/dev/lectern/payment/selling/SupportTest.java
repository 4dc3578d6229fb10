package dev.lectern.payment.selling;

import static dev.lectern.payment.testkit.Surroundings.ENROLLMENT;
import static dev.lectern.payment.testkit.Surroundings.NOTICES;
import static dev.lectern.payment.testkit.Surroundings.STRIPE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.payment.PaymentTest;
import dev.lectern.payment.testkit.Shop;
import dev.lectern.payment.testkit.Shop.Buyer;
import dev.lectern.testing.identity.ForgedStepUps;
import dev.lectern.testing.identity.TestIdentity;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.BooleanNode;

/// What the staff does for buyers, and what it sees of money.
@PaymentTest
@Import(Shop.class)
class SupportTest {

    private static final String OVERRIDE =
            "{\"reason\": \"OTHER\", \"note\": \"As agreed.\", \"override\": true}";
    private static final String BY_RULE = "{\"reason\": \"OTHER\", \"note\": \"As agreed.\"}";

    @LocalServerPort int port;
    @Autowired Shop shop;
    @Autowired JdbcClient jdbc;

    private Buyer buyer = new Buyer(UUID.randomUUID(), new Client(0));
    private Client support = new Client(0);

    @BeforeEach
    void open() {
        NOTICES.to(port);
        buyer = Shop.buyer(port);
        support = Shop.staff(port, "support");
    }

    private Answer grant(String order, String body) {
        return support.withKey(UUID.randomUUID().toString())
                .post("/api/v1/admin/orders/" + order + "/refunds", body);
    }

    @Test
    void givesMoneyBackAfterThirtyDays() {
        var goods = shop.sells(4_900);
        var order = shop.fulfilled(buyer, goods);
        shop.later(order, Duration.ofDays(31));
        var byRule = grant(order, BY_RULE);
        assertThat(byRule.status()).isEqualTo(422);
        assertThat(byRule.json().at("/reasons/0").asString()).isEqualTo("WINDOW_PASSED");

        var refund = grant(order, OVERRIDE);

        assertThat(refund.status()).as(refund.body()).isEqualTo(201);
        assertThat(refund.json().get("consequences").toString()).contains("CERTIFICATE_REVOKED");
        assertThat(support.get(refund.header("Location")).text("id")).isEqualTo(refund.text("id"));
        shop.neighbours().say(UUID.randomUUID(), Shop.revoked(buyer, goods, order));
        Shop.awaitStatus(buyer, order, "REFUNDED");
        assertThat(shop.ledger(order).values()).containsOnly(0L);
    }

    @Test
    void doesNotAskHowMuchWasLearned() {
        var order = shop.fulfilled(buyer, shop.sells(4_900));

        assertThat(grant(order, OVERRIDE).status()).isEqualTo(201);

        assertThat(ENROLLMENT.callsAbout(UUID.fromString(order)))
                .contains("PUT /internal/order-access/suspension");
        assertThat(
                        jdbc.sql("select overriding from refund where order_id = :order")
                                .param("order", UUID.fromString(order))
                                .query(Boolean.class)
                                .single())
                .isTrue();
    }

    @Test
    void givesMoneyBackThatIsNotWhatTheOrderCosts() {
        var order = Shop.inCheckout(buyer, shop.sells(4_900));
        jdbc.sql("update orders set amount = 4800 where id = :id")
                .param("id", UUID.fromString(order))
                .update();
        STRIPE.pay(order);
        Shop.awaitStatus(buyer, order, "UNDER_REVIEW");
        assertThat(grant(order, BY_RULE).code()).isEqualTo("ORDER_CLOSED");

        var refund = grant(order, OVERRIDE);

        assertThat(refund.status()).as(refund.body()).isEqualTo(201);
        assertThat(refund.json().at("/amount/amount").asLong()).isEqualTo(4_900);
        Shop.awaitStatus(buyer, order, "REFUNDED");
        assertThat(shop.ledger(order).values()).containsOnly(0L);
    }

    @Test
    void happensOnceForAKeyAndOnceForAnOrder() {
        var order = shop.fulfilled(buyer, shop.sells(4_900));
        var keyed = support.withKey("the-same");
        var first = keyed.post("/api/v1/admin/orders/" + order + "/refunds", OVERRIDE);

        var again = keyed.post("/api/v1/admin/orders/" + order + "/refunds", OVERRIDE);

        assertThat(again.text("id")).isEqualTo(first.text("id"));
        assertThat(grant(order, OVERRIDE).code()).isEqualTo("ALREADY_REFUNDED");
        assertThat(buyer.refund(order).code()).isEqualTo("ALREADY_REFUNDED");
    }

    @Test
    void findsAnOrderByItsNumberAndByWhoBought() {
        var order = shop.fulfilled(buyer, shop.sells(4_900));
        var number = buyer.shown(order).get("number").asString();
        assertThat(grant(order, OVERRIDE).status()).isEqualTo(201);

        for (var search : new String[] {"number=" + number, "learnerId=" + buyer.id()}) {
            var found = support.get("/api/v1/admin/orders?" + search).json().get("items");
            assertThat(found).as(search).hasSize(1);
            assertThat(found.get(0).at("/order/id").asString()).isEqualTo(order);
            assertThat(found.get(0).get("learnerId").asString()).isEqualTo(buyer.id().toString());
            assertThat(found.get(0).at("/notes/0/note").asString()).isEqualTo("As agreed.");
        }
        assertThat(support.get("/api/v1/admin/orders?number=L-1").json().get("items")).isEmpty();
        assertThat(support.get("/api/v1/admin/orders/" + order).json().at("/notes/0/override"))
                .isEqualTo(BooleanNode.TRUE);
        assertThat(buyer.shown(order).toString()).doesNotContain("As agreed.");
    }

    @Test
    void isBalancedWhateverHappened() {
        Shop.paid(buyer, shop.sells(4_900));
        Shop.paid(buyer, shop.sells(1_900, "USD"));
        assertThat(grant(shop.fulfilled(buyer, shop.sells(2_900)), OVERRIDE).status())
                .isEqualTo(201);

        var balance = support.get("/api/v1/admin/ledger/trial-balance");

        assertThat(balance.status()).isEqualTo(200);
        var currencies = balance.json().get("currencies");
        assertThat(currencies)
                .extracting(sum -> sum.get("currency").asString())
                .contains("EUR", "USD");
        assertThat(currencies)
                .allSatisfy(sum -> {
                    assertThat(sum.get("debits").asLong()).isPositive();
                    assertThat(sum.get("debits")).isEqualTo(sum.get("credits"));
                    assertThat(sum.get("difference").asLong()).isZero();
                });
    }

    @Test
    void givesNothingBackWithoutAStepUp() {
        var order = shop.fulfilled(buyer, shop.sells(4_900));
        var sam = UUID.randomUUID();

        ForgedStepUps.areRefused(
                sam,
                new Client(port).as(TestIdentity.tokenOf(sam, "support")).withKey("unproven"),
                client -> client.post("/api/v1/admin/orders/" + order + "/refunds", OVERRIDE));

        assertThat(buyer.status(order)).isEqualTo("FULFILLED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"learner", "instructor", "moderator"})
    void isNobodyElses(String role) {
        var order = shop.fulfilled(buyer, shop.sells(4_900));
        var other = Shop.staff(port, role);

        for (var answer :
                new Answer[] {
                    other.get("/api/v1/admin/orders"),
                    other.get("/api/v1/admin/orders/" + order),
                    other.get("/api/v1/admin/ledger/trial-balance"),
                    other.withKey("k").post("/api/v1/admin/orders/" + order + "/refunds", OVERRIDE)
                }) {
            assertThat(answer.status()).as(answer.body()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("FORBIDDEN");
        }
        assertThat(buyer.status(order)).isEqualTo("FULFILLED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"reason\": \"OTHER\"}",
                "{\"reason\": \"OTHER\", \"note\": \" \"}",
                "{\"reason\": \"NOT_FULFILLED\", \"note\": \"x\"}",
                "{\"reason\": \"OTHER\", \"note\": \"x\", \"override\": \"yes\"}",
                "{\"reason\": \"OTHER\", \"note\": \"x\", \"price\": 1}"
            })
    void refusesWhatIsNoGrant(String body) {
        var order = shop.fulfilled(buyer, shop.sells(4_900));

        assertThat(grant(order, body).status()).isEqualTo(400);
        assertThat(buyer.status(order)).isEqualTo("FULFILLED");
    }

    @Test
    void knowsNoOrderThatIsNone() {
        var refused = grant(UUID.randomUUID().toString(), OVERRIDE);

        assertThat(refused.status()).isEqualTo(404);
    }
}
