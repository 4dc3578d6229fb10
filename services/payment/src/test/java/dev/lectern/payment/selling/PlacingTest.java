package dev.lectern.payment.selling;

import static dev.lectern.payment.testkit.Surroundings.ENROLLMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.client.Client;
import dev.lectern.payment.PaymentTest;
import dev.lectern.payment.pricing.domain.CoursePrices;
import dev.lectern.payment.pricing.domain.Money;
import dev.lectern.payment.testkit.Shop;
import dev.lectern.payment.testkit.Shop.Buyer;
import dev.lectern.testing.AtOnce;
import dev.lectern.testing.identity.TestIdentity;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Orders from the wish to the seat.
@PaymentTest
@Import(Shop.class)
class PlacingTest {

    @LocalServerPort int port;
    @Autowired Shop shop;
    @Autowired CoursePrices prices;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private Buyer buyer = new Buyer(UUID.randomUUID(), new Client(0));

    @BeforeEach
    void someone() {
        buyer = Shop.buyer(port);
    }

    @Test
    void areNotForCoursesThatAreWithdrawn() {
        var goods = shop.sells(4_900);
        shop.withdraw(goods);

        assertThat(buyer.order(goods.run()).status()).isEqualTo(404);
    }

    @Test
    void showsWhatIsToPayAndKeepsASeat() {
        var goods = shop.sells(4_900);

        var placed = buyer.order(goods.run());

        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        var order = placed.json();
        assertThat(placed.header("Location")).isEqualTo("/api/v1/orders/" + placed.text("id"));
        assertThat(placed.text("number")).matches("L-20[0-9]{2}-[0-9]{6}");
        assertThat(placed.text("status")).isEqualTo("PENDING");
        assertThat(order.at("/items/0/title").asString()).isEqualTo("Signals & Sampling");
        assertThat(order.at("/items/0/courseId").asString()).isEqualTo(goods.course().toString());
        assertThat(order.at("/items/0/runId").asString()).isEqualTo(goods.run().toString());
        assertThat(order.at("/total/amount").asLong()).isEqualTo(4_900);
        assertThat(order.at("/total/currency").asString()).isEqualTo("EUR");
        assertThat(order.at("/refunded/amount").asLong()).isZero();
        assertThat(order.at("/taxIncluded/0/rateBasisPoints").asInt()).isEqualTo(1_900);
        assertThat(order.at("/taxIncluded/0/amount/amount").asLong()).isEqualTo(783);
        assertThat(buyer.shown(placed.text("id"))).isEqualTo(order);
        assertThat(ENROLLMENT.callsAbout(UUID.fromString(placed.text("id"))))
                .containsExactly("PUT /internal/seat-holds");
    }

    @Test
    void isOneOrderForOneKeyHoweverOftenItIsSent() throws Exception {
        var goods = shop.sells(4_900);
        var http = buyer.http().withKey("once");
        var body = "{\"items\": [{\"runId\": \"%s\"}]}".formatted(goods.run());

        var answers = AtOnce.run(20, () -> http.post("/api/v1/orders", body));

        assertThat(answers).allMatch(answer -> answer.status() == 201);
        assertThat(answers.stream().map(answer -> answer.text("id")).distinct()).hasSize(1);
        assertThat(buyer.http().get("/api/v1/orders").json().get("items").size()).isEqualTo(1);
    }

    @Test
    void takesNoSecondOrderWhileOneIsOpen() throws Exception {
        var goods = shop.sells(4_900);

        var answers = AtOnce.run(10, () -> buyer.order(goods.run()));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 409))
                .hasSize(9)
                .allMatch(answer -> answer.code().equals("ORDER_OPEN"));
        var open = buyer.http().get("/api/v1/orders").json().at("/items/0/id").asString();
        assertThat(buyer.order(goods.run()).text("orderId")).isEqualTo(open);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SOLD_OUT", "RUN_CLOSED", "ALREADY_ENROLLED"})
    void isOverWhereThereIsNoSeatAndSaysSoAgain(String code) {
        var goods = shop.sells(4_900);
        ENROLLMENT.refuse(goods.run(), 409, code);
        var http = buyer.http().withKey("once");
        var body = "{\"items\": [{\"runId\": \"%s\"}]}".formatted(goods.run());

        var refused = http.post("/api/v1/orders", body);
        ENROLLMENT.allow(goods.run());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.text("runId")).isEqualTo(goods.run().toString());
        assertThat(http.post("/api/v1/orders", body).code()).isEqualTo(code);
        assertThat(buyer.http().get("/api/v1/orders?status=CANCELLED").json().get("items").size())
                .isEqualTo(1);
        assertThat(buyer.order(goods.run()).status()).isEqualTo(201);
    }

    @Test
    void isCompletedByTheSameKeyOnceEnrollmentAnswers() {
        var goods = shop.sells(4_900);
        ENROLLMENT.refuse(goods.run(), 500, "OUT_OF_ORDER");
        var http = buyer.http().withKey("once");
        var body = "{\"items\": [{\"runId\": \"%s\"}]}".formatted(goods.run());

        var unanswered = http.post("/api/v1/orders", body);
        ENROLLMENT.allow(goods.run());

        assertThat(unanswered.status()).isEqualTo(503);
        assertThat(unanswered.code()).isEqualTo("UNAVAILABLE");
        assertThat(http.post("/api/v1/orders", body).status()).isEqualTo(201);
    }

    @Test
    void takesItsSeatByItselfWhereTheRequestCouldNot() {
        var goods = shop.sells(4_900);
        ENROLLMENT.refuse(goods.run(), 500, "OUT_OF_ORDER");
        assertThat(buyer.order(goods.run()).status()).isEqualTo(503);

        ENROLLMENT.allow(goods.run());

        await().atMost(Duration.ofSeconds(40))
                .until(() ->
                        jdbc.sql("select seat_held from orders where learner_id = :buyer")
                                .param("buyer", buyer.id())
                                .query(Boolean.class)
                                .single());
    }

    @Test
    void isNotForFreeCourses() {
        assertThat(buyer.order(shop.sells(0).run()).code()).isEqualTo("COURSE_FREE");
    }

    @Test
    void isNotForWhatIsNotForSale() {
        var unpriced = UUID.randomUUID();
        shop.publish(unpriced, "No price yet");

        assertThat(buyer.order(UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(buyer.order(unpriced).status()).isEqualTo(404);
    }

    @Test
    void keepsThePriceItWasPlacedAt() {
        var goods = shop.sells(4_900);
        var order = Shop.ordered(buyer, goods);

        transaction.executeWithoutResult(_ -> {
            var price = prices.findByCourseId(goods.course()).orElseThrow();
            price.set(new Money(9_900, "EUR"));
            prices.save(price);
        });

        assertThat(buyer.shown(order).at("/total/amount").asLong()).isEqualTo(4_900);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"items\": [{\"runId\": \"%s\", \"price\": {\"amount\": 1, \"currency\": \"EUR\"}}]} | 400 | UNKNOWN_FIELD",
                "{\"items\": [{\"runId\": \"%s\"}], \"total\": 1} | 400 | UNKNOWN_FIELD",
                "{\"items\": []} | 400 | INVALID_VALUE",
                "{\"items\": [null]} | 400 | INVALID_VALUE",
                "{\"items\": [{\"runId\": \"%s\"}, {\"runId\": \"%s\"}]} | 400 | INVALID_VALUE",
                "{\"items\": [{\"runId\": \"%s\"}], \"couponCode\": \"HALF\"} | 422 | COUPON_INVALID"
            })
    void refusesWhatIsNoOrder(String body, int status, String code) {
        var run = shop.sells(4_900).run();

        var refused =
                buyer.http()
                        .withKey("k")
                        .post("/api/v1/orders", body.replace("%s", run.toString()));

        assertThat(refused.status()).as(refused.body()).isEqualTo(status);
        assertThat(refused.body()).contains(code);
        assertThat(buyer.http().get("/api/v1/orders").json().get("items").size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"learner", "instructor", "moderator", "support", "admin"})
    void isNoStrangersBusiness(String role) {
        var order = Shop.ordered(buyer, shop.sells(4_900));
        var id = UUID.randomUUID();
        var stranger = new Buyer(id, new Client(port).as(TestIdentity.tokenOf(id, role)));

        assertThat(stranger.http().get("/api/v1/orders/" + order).status()).isEqualTo(404);
        assertThat(stranger.http().get("/api/v1/orders/" + order + "/receipt").status())
                .isEqualTo(404);
        assertThat(stranger.pay(order).status()).isEqualTo(404);
        assertThat(stranger.refund(order).status()).isEqualTo(404);
        assertThat(stranger.http().get("/api/v1/orders").json().get("items").size()).isZero();
        assertThat(new Client(port).get("/api/v1/orders/" + order).status()).isEqualTo(401);
    }

    @Test
    void areListedNewestFirstAndByPage() {
        var first = Shop.ordered(buyer, shop.sells(4_900));
        var second = Shop.ordered(buyer, shop.sells(5_900));

        var page = buyer.http().get("/api/v1/orders?limit=1").json();
        assertThat(page.at("/items/0/id").asString()).isEqualTo(second);
        var rest =
                buyer.http()
                        .get("/api/v1/orders?limit=1&cursor=" + page.get("next").asString())
                        .json();
        assertThat(rest.at("/items/0/id").asString()).isEqualTo(first);
        assertThat(rest.hasNonNull("next")).isFalse();
    }
}
