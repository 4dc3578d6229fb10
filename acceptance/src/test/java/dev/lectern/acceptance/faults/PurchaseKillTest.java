package dev.lectern.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.acceptance.courses.Purchases;
import dev.lectern.acceptance.courses.Studio;
import dev.lectern.acceptance.courses.Studio.Draft;
import dev.lectern.acceptance.faults.Breaking.Held;
import dev.lectern.acceptance.people.Cast;
import dev.lectern.acceptance.people.Person;
import dev.lectern.acceptance.platform.OnPlatform;
import dev.lectern.acceptance.platform.Platform;
import dev.lectern.client.Answer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Payment or enrollment is killed at the worst moments of a purchase and of a refund. Soon after
/// it is back nothing is lost and nothing doubled; how soon is in `docs/figures.md`.
/// `-Dlectern.rounds=10` does each ten times.
@OnPlatform(isolated = {"payment", "enrollment"})
@TestInstance(Lifecycle.PER_CLASS)
class PurchaseKillTest {

    private static final Duration EFFECT = Duration.ofSeconds(30);

    private Platform platform;
    private Breaking breaking;
    private Cast cast;
    private Draft course;

    static IntStream rounds() {
        return IntStream.rangeClosed(1, Integer.getInteger("lectern.rounds", 1));
    }

    @BeforeAll
    void aCourseWithAPrice(Platform platform, Cast cast) {
        this.platform = platform;
        this.cast = cast;
        breaking = new Breaking(platform);
        var studio = new Studio(cast.instructor("Ines"), cast.moderator());
        course = studio.priced(4_900, "Bought in a storm", "Preview", "Closed");
    }

    @AfterEach
    void everythingRunsAndTheLedgerBalances() throws SQLException {
        breaking.startBroker();
        breaking.start("enrollment");
        breaking.start("payment");
        assertThat(
                        breaking.platform()
                                .number(
                                        "payment",
                                        "select sum(debit) - sum(credit) from ledger_line"))
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void whileASeatIsHeldTheSameKeyGetsTheOrder(int round) throws Exception {
        var leo = someone();
        var http = leo.buyer().api().withKey(UUID.randomUUID().toString());
        var body = Purchases.body(course.runId());

        try (var held = breaking.hold("enrollment", "lock table seat_hold in exclusive mode")) {
            var placing = CompletableFuture.runAsync(() -> http.post("/api/v1/orders", body));
            awaitWaiting(held);
            breaking.kill("payment");
            held.endWaiting();
            placing.handle((_, _) -> "whatever it was told").join();
        }
        breaking.start("payment");

        var order = letThrough(() -> http.post("/api/v1/orders", body));
        assertThat(order.status()).as(order.body()).isEqualTo(201);
        assertThat(leo.buyer().api().get("/api/v1/orders").json().path("items").size()).isOne();
        assertThat(holdsOf(order.text("id"))).isOne();
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void whileANoticeIsTakenTheMoneyIsFound(int round) throws Exception {
        var leo = someone();
        var order = inCheckout(leo);

        try (var held = breaking.hold("payment", lockOf(order))) {
            leo.presses("pay", order);
            awaitWaiting(held);
            breaking.kill("payment");
            held.endWaiting();
        }
        breaking.start("payment");

        awaitBought(leo, order);
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void beforeAnybodyIsToldOfTheMoneyTheyAreTold(int round) throws Exception {
        var leo = someone();
        var order = inCheckout(leo);
        breaking.stopBroker();

        leo.presses("pay", order);
        await("the money is here").atMost(EFFECT).until(() -> leo.status(order).equals("PAID"));
        breaking.kill("payment");
        breaking.startBroker();
        breaking.start("payment");

        awaitBought(leo, order);
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void whileASeatIsGivenItIsGivenOnce(int round) throws Exception {
        var leo = someone();
        var order = inCheckout(leo);

        try (var held = breaking.hold("enrollment", "lock table enrollment in exclusive mode")) {
            leo.presses("pay", order);
            awaitWaiting(held);
            breaking.kill("enrollment");
            held.endWaiting();
        }
        breaking.start("enrollment");

        awaitBought(leo, order);
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void whileTheGrantIsHeardItIsHeardAgain(int round) throws Exception {
        var leo = someone();
        var order = inCheckout(leo);
        breaking.stopBroker();
        leo.presses("pay", order);
        await("the money is here").atMost(EFFECT).until(() -> leo.status(order).equals("PAID"));

        try (var held = breaking.hold("payment", lockOf(order))) {
            breaking.startBroker();
            awaitWaiting(held);
            breaking.kill("payment");
            held.endWaiting();
        }
        breaking.start("payment");

        awaitBought(leo, order);
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void whileAccessIsSuspendedTheRefundGoesOn(int round) throws Exception {
        var leo = someone();
        var order = bought(leo);

        try (var held = breaking.hold("enrollment", "lock table enrollment in exclusive mode")) {
            var refund = CompletableFuture.supplyAsync(() -> leo.wantsMoneyBack(order));
            awaitWaiting(held);
            breaking.kill("enrollment");
            held.endWaiting();
            refund.handle((_, _) -> "whatever it was told").join();
        }
        breaking.start("enrollment");

        awaitRefunded(leo, order);
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void afterTheMoneyIsSentItIsNotSentAgain(int round) throws Exception {
        var leo = someone();
        var order = bought(leo);

        try (var held = breaking.hold("payment", "lock table ledger_line in exclusive mode")) {
            assertThat(leo.wantsMoneyBack(order).status()).isEqualTo(201);
            awaitWaiting(held);
            breaking.kill("payment");
            held.endWaiting();
        }
        breaking.start("payment");

        awaitRefunded(leo, order);
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void afterAPartIsSentItIsNotSentAgain(int round) throws Exception {
        var leo = someone();
        var order = bought(leo);
        var support = cast.support();

        try (var held = breaking.hold("payment", "lock table ledger_line in exclusive mode")) {
            var granted =
                    support.steppedUp()
                            .post(
                                    "/api/v1/admin/orders/" + order + "/refunds",
                                    "{\"reason\": \"OTHER\", \"note\": \"Sorry.\", \"amount\": 1000}");
            assertThat(granted.status()).as(granted.body()).isEqualTo(201);
            awaitWaiting(held);
            breaking.kill("payment");
            held.endWaiting();
        }
        breaking.start("payment");

        awaitStatus(leo, order, "PARTIALLY_REFUNDED");
        assertThat(revenueOf(order)).isEqualTo(3_900);
        assertSentOnce(order);
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void whileAccessIsRevokedItIsRevokedOnce(int round) throws Exception {
        var leo = someone();
        var order = bought(leo);
        breaking.stopBroker();
        assertThat(leo.wantsMoneyBack(order).status()).isEqualTo(201);
        await("the money is back")
                .atMost(EFFECT)
                .until(() -> refundOf(leo, order).equals("SETTLED"));

        try (var held = breaking.hold("enrollment", "lock table enrollment in exclusive mode")) {
            breaking.startBroker();
            awaitWaiting(held);
            breaking.kill("enrollment");
            held.endWaiting();
        }
        breaking.start("enrollment");

        awaitRefunded(leo, order);
    }

    private void awaitBought(Purchases leo, String order) throws SQLException {
        awaitStatus(leo, order, "FULFILLED");
        assertThat(enrollmentsOf(order)).isOne();
        assertThat(revenueOf(order)).isEqualTo(4_900);
    }

    private void awaitRefunded(Purchases leo, String order) throws SQLException {
        awaitStatus(leo, order, "REFUNDED");
        assertThat(enrollmentsOf(order)).isOne();
        assertThat(revenueOf(order)).isZero();
        assertSentOnce(order);
    }

    private void assertSentOnce(String order) throws SQLException {
        assertThat(
                        breaking.platform()
                                .number(
                                        "payment",
                                        "select count(distinct provider_id) from refund where order_id = '"
                                                + order
                                                + "'"))
                .isOne();
    }

    private static void awaitStatus(Purchases leo, String order, String status) {
        await("the order is " + status)
                .atMost(EFFECT)
                .until(() -> leo.status(order), status::equals);
    }

    private static void awaitWaiting(Held held) {
        await("somebody is in the middle of it").atMost(EFFECT).until(() -> held.waiting() > 0);
    }

    /// Somebody whose calls get through: for a while after a kill the front door asks nobody.
    private Purchases someone() {
        Person leo = cast.learner("Leo");
        letThrough(() -> leo.api().get("/api/v1/enrollments"));
        letThrough(() -> leo.api().get("/api/v1/orders"));
        return new Purchases(platform, leo);
    }

    private static Answer letThrough(Callable<Answer> call) {
        return await("the front door lets calls through")
                .atMost(EFFECT)
                .until(call, answer -> answer.status() < 500);
    }

    /// After a kill payment asks enrollment nothing for some seconds.
    private String inCheckout(Purchases leo) {
        var order =
                await("a seat is held")
                        .atMost(EFFECT)
                        .until(
                                () -> leo.wants(course.runId()),
                                answer ->
                                        answer.status() == 201
                                                || answer.code().equals("ORDER_OPEN"));
        var id = order.status() == 201 ? order.text("id") : order.text("orderId");
        var page = letThrough(() -> leo.goesToPay(id));
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return id;
    }

    private String bought(Purchases leo) {
        var order = inCheckout(leo);
        leo.presses("pay", order);
        await("the seat is given")
                .atMost(EFFECT)
                .until(() -> leo.status(order).equals("FULFILLED"));
        return order;
    }

    private static String refundOf(Purchases leo, String order) {
        return leo.shown(order).at("/refunds/0/status").asString("");
    }

    private static String lockOf(String order) {
        return "select 1 from orders where id = '" + order + "' for update";
    }

    private long holdsOf(String order) throws SQLException {
        return breaking.platform()
                .number(
                        "enrollment",
                        "select count(*) from seat_hold where order_id = '" + order + "'");
    }

    private long enrollmentsOf(String order) throws SQLException {
        return breaking.platform()
                .number(
                        "enrollment",
                        "select count(*) from enrollment where order_id = '" + order + "'");
    }

    private long revenueOf(String order) throws SQLException {
        return breaking.platform()
                .number(
                        "payment",
                        "select coalesce(sum(debit - credit), 0) from ledger_line"
                                + " where account = 'PROVIDER_CLEARING' and order_id = '"
                                + order
                                + "'");
    }
}
