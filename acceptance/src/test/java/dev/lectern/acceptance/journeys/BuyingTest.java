package dev.lectern.acceptance.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.acceptance.courses.Device;
import dev.lectern.acceptance.courses.Purchases;
import dev.lectern.acceptance.courses.Studies;
import dev.lectern.acceptance.courses.Studio;
import dev.lectern.acceptance.courses.Studio.Draft;
import dev.lectern.acceptance.people.Cast;
import dev.lectern.acceptance.people.Person;
import dev.lectern.acceptance.platform.OnPlatform;
import dev.lectern.acceptance.platform.Platform;
import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// Learners buy places in a course, pay on the provider's page, learn, and want their money back.
@OnPlatform
@TestInstance(Lifecycle.PER_CLASS)
class BuyingTest {

    private static final Duration EFFECT = Duration.ofSeconds(10);
    private static final int BUYERS = 50;
    private static final int AT_ONCE = 3;

    private Platform platform;
    private Cast cast;
    private Studio studio;
    private Draft course;

    @BeforeAll
    void aCourseWithAPrice(Platform platform, Cast cast) {
        this.platform = platform;
        this.cast = cast;
        studio = new Studio(cast.instructor("Ines"), cast.moderator());
        course = studio.priced(4_900, "Signals for sale", "One", "Two", "Three", "Four");
    }

    @Test
    void ordersOnceAtThePriceOfThePlatform() {
        var leo = cast.learner("Leo");
        var purchases = purchases(leo);
        await("payment knows what is for sale")
                .atMost(EFFECT)
                .until(() -> purchases(cast.learner("Tom")).wants(course.runId()).status() == 201);
        var http = leo.api().withKey(UUID.randomUUID().toString());
        var body = Purchases.body(course.runId());

        var first = http.post("/api/v1/orders", body);
        var again = http.post("/api/v1/orders", body);
        var other = http.post("/api/v1/orders", Purchases.body(UUID.randomUUID()));
        var cheap =
                leo.intending()
                        .post(
                                "/api/v1/orders",
                                "{\"items\": [{\"runId\": \"%s\", \"price\": {\"amount\": 1, \"currency\": \"EUR\"}}]}"
                                        .formatted(course.runId()));
        var directly =
                leo.intending()
                        .post("/api/v1/enrollments", "{\"runId\": \"" + course.runId() + "\"}");

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(first.text("status")).isEqualTo("PENDING");
        assertThat(first.json().at("/total/amount").asLong()).isEqualTo(4_900);
        assertThat(
                        Duration.between(
                                Instant.parse(first.text("createdAt")),
                                Instant.parse(first.text("holdExpiresAt"))))
                .isEqualTo(Duration.ofMinutes(15));
        assertThat(again.text("id")).isEqualTo(first.text("id"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(cheap.status()).isEqualTo(400);
        assertThat(cheap.code()).isEqualTo("UNKNOWN_FIELD");
        assertThat(directly.code()).isEqualTo("PAYMENT_REQUIRED");
        assertThat(purchases.status(first.text("id"))).isEqualTo("PENDING");
    }

    @Test
    void paysOnceHoweverOftenItIsToldAndIsEnrolled() {
        var leo = cast.learner("Leo");
        var purchases = purchases(leo);
        var order = purchases.orders(course.runId());
        assertThat(new Studies(leo, course).isOpen()).isFalse();

        var page = purchases.goesToPay(order);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(leo.api().get("/api/v1/orders/" + order + "/receipt").status()).isEqualTo(404);
        purchases.presses("decline", order);
        assertThat(purchases.status(order)).isEqualTo("PENDING");
        purchases.presses("pay", order);
        purchases.isToldAgain(order, 3, "REVERSED");

        purchases.awaitStatus(order, "FULFILLED");
        new Studies(leo, course).awaitOpen();
        var enrollments = leo.api().get("/api/v1/enrollments?courseId=" + course.id()).json();
        assertThat(enrollments.path("items").size()).isEqualTo(1);
        assertThat(purchases.shown(order).at("/items/0/enrollmentId").asString())
                .isEqualTo(enrollments.at("/items/0/id").asString());
        var receipt = leo.api().get("/api/v1/orders/" + order + "/receipt");
        assertThat(receipt.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(receipt.body()).startsWith("%PDF");
        assertThat(purchases.wants(course.runId()).code()).isEqualTo("ALREADY_ENROLLED");
        assertThat(purchases.goesToPay(order).code()).isEqualTo("ORDER_CLOSED");
    }

    @Test
    void costsLessWithACouponAsOftenAsItCanBeUsed() {
        var half = coupon("\"percentOff\": 50, \"maxUses\": 1");
        var leo = cast.learner("Leo");
        var purchases = purchases(leo);

        var checked =
                leo.api()
                        .post(
                                "/api/v1/coupons/validate",
                                "{\"code\": \"%s\", \"courseId\": \"%s\"}"
                                        .formatted(half, course.id()));
        var order = purchases.wants(course.runId(), half);
        var tooLate = purchases(cast.learner("Tom")).wants(course.runId(), half);

        assertThat(checked.json().at("/total/amount").asLong()).isEqualTo(2_450);
        assertThat(order.status()).as(order.body()).isEqualTo(201);
        assertThat(order.json().at("/total/amount").asLong()).isEqualTo(2_450);
        assertThat(tooLate.code()).isEqualTo("COUPON_INVALID");
        assertThat(tooLate.text("reason")).isEqualTo("USED_UP");
        assertThat(purchases.goesToPay(order.text("id")).status()).isEqualTo(200);
        purchases.presses("pay", order.text("id"));
        purchases.awaitStatus(order.text("id"), "FULFILLED");
    }

    @Test
    void costsNothingWhereACouponCoversAllOfIt() {
        var gift = coupon("\"percentOff\": 100");
        var leo = cast.learner("Leo");
        var purchases = purchases(leo);
        var order = purchases.wants(course.runId(), gift).text("id");

        var paid = purchases.goesToPay(order);

        assertThat(paid.text("status")).isEqualTo("PAID");
        purchases.awaitStatus(order, "FULFILLED");
        new Studies(leo, course).awaitOpen();
    }

    private String coupon(String terms) {
        var issued =
                studio.author()
                        .intending()
                        .post(
                                "/api/v1/coupons",
                                "{\"code\": \"C-%s\", \"courseId\": \"%s\", %s}"
                                        .formatted(
                                                UUID.randomUUID().toString().substring(0, 8),
                                                course.id(),
                                                terms));
        assertThat(issued.status()).as(issued.body()).isEqualTo(201);
        return issued.text("code");
    }

    @Test
    void isNotFooledByAForgedNotice() {
        var leo = cast.learner("Leo");
        var purchases = purchases(leo);
        var order = purchases.orders(course.runId());
        assertThat(purchases.goesToPay(order).status()).isEqualTo(200);

        var forged =
                new Client(platform.frontDoor().toString(), Map.of())
                        .withType("application/json")
                        .with(
                                "Stripe-Signature",
                                "t=" + Instant.now().getEpochSecond() + ",v1=" + "ab".repeat(32))
                        .post(
                                "/api/v1/payments/webhooks/stripe",
                                "{\"id\": \"evt_1\", \"object\": \"event\", \"type\": \"checkout.session.completed\", \"data\": {\"object\": {\"metadata\": {\"orderId\": \"%s\"}}}}"
                                        .formatted(order));

        assertThat(forged.status()).isEqualTo(400);
        assertThat(forged.code()).isEqualTo("SIGNATURE_INVALID");
        assertThat(purchases.status(order)).isEqualTo("PENDING");
    }

    @Test
    void sellsTheLastSeatToOneOfFifty() throws Exception {
        var last = studio.priced(4_900, "The last seat", "Preview", "Closed");
        studio.limit(last.runId(), 1);
        var buyers = atOnce(BUYERS, () -> purchases(cast.learner("Mia")));

        var outcomes = new ArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<String>>();
            for (var buyer : buyers) {
                running.add(threads.submit(() -> buys(buyer, last.runId())));
            }
            for (var outcome : running) {
                outcomes.add(outcome.get());
            }
        }

        assertThat(outcomes).filteredOn("FULFILLED"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("SOLD_OUT"::equals).hasSize(BUYERS - 1);
        var page = "/api/v1/catalog/courses/" + last.id();
        await("the catalogue shows that none is left")
                .atMost(EFFECT)
                .until(() -> cast.anonymous().get(page).body().contains("\"seatsLeft\":0"));
    }

    /// What becomes of one buyer: the code of the refusal, or where the order ends.
    private static String buys(Purchases purchases, UUID run) {
        var placed = purchases.insistsOn(run);
        if (placed.status() != 201) {
            return placed.code();
        }
        var id = placed.text("id");
        var page = purchases.insistsOnPaying(id);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        purchases.presses("pay", id);
        purchases.awaitStatus(id, "FULFILLED");
        return purchases.status(id);
    }

    @Test
    void givesMoneyBackAndTakesAccessAway() {
        var mia = cast.learner("Mia");
        var purchases = purchases(mia);
        var order = purchases.buys(course.runId());
        var studies = new Studies(mia, course);
        studies.awaitOpen();
        new Device(mia).completes(course.lessonIds().getFirst());
        assertThat(studies.percent()).isEqualTo(25);
        var stars = "{\"courseId\": \"%s\", \"rating\": 1}".formatted(course.id());
        await("review knows the progress")
                .atMost(EFFECT)
                .until(() -> mia.intending().post("/api/v1/reviews", stars).status() == 201);
        await("points for the lesson and the review").atMost(EFFECT).until(() -> points(mia) == 15);
        assertThat(opinions(course)).isEqualTo(1);

        var refund = purchases.wantsMoneyBack(order);

        assertThat(refund.status()).as(refund.body()).isEqualTo(201);
        await("access has ended").atMost(EFFECT).until(() -> !studies.isOpen());
        purchases.awaitStatus(order, "REFUNDED");
        var lesson = mia.api().get("/api/v1/lessons/" + course.lessonIds().getLast());
        assertThat(lesson.status()).isEqualTo(403);
        assertThat(lesson.code()).isEqualTo("NOT_ENROLLED");
        assertThat(purchases.shown(order).at("/refunded/amount").asLong()).isEqualTo(4_900);
        assertThat(purchases.wantsMoneyBack(order).code()).isEqualTo("ALREADY_REFUNDED");
        await("points are taken back").atMost(EFFECT).until(() -> points(mia) == 0);
        await("her review leaves the average").atMost(EFFECT).until(() -> opinions(course) == 0);
        assertThat(purchases.buys(course.runId())).isNotEqualTo(order);
    }

    private static long points(Person person) {
        return person.api().get("/api/v1/points/me").json().path("balance").asLong();
    }

    /// How many reviews count for a course.
    private int opinions(Draft of) {
        return cast.anonymous()
                .get("/api/v1/reviews/summary?courseId=" + of.id())
                .json()
                .path("count")
                .asInt();
    }

    @Test
    void keepsTheMoneyOfThoseWhoHaveLearnedMuch() {
        var mia = cast.learner("Mia");
        var purchases = purchases(mia);
        var order = purchases.buys(course.runId());
        var studies = new Studies(mia, course);
        studies.awaitOpen();
        var device = new Device(mia);
        device.completes(course.lessonIds().get(0));
        device.completes(course.lessonIds().get(1));

        var refund = purchases.wantsMoneyBack(order);

        assertThat(refund.status()).isEqualTo(422);
        assertThat(refund.code()).isEqualTo("REFUND_NOT_ELIGIBLE");
        assertThat(refund.json().at("/reasons/0").asString()).isEqualTo("CONSUMED");
        assertThat(purchases.status(order)).isEqualTo("FULFILLED");
        assertThat(studies.isOpen()).isTrue();
    }

    @Test
    void givesAFreedSeatToWhoWaitsForIt() {
        var last = studio.priced(4_900, "The seat of Mia", "Preview", "Two", "Three", "Four");
        studio.limit(last.runId(), 1);
        var mia = purchases(cast.learner("Mia"));
        var tom = cast.learner("Tom");
        var toms = purchases(tom);
        assertThat(joins(tom, last).code()).isEqualTo("SEATS_AVAILABLE");
        var order = mia.buys(last.runId());
        assertThat(toms.insistsOn(last.runId()).code()).isEqualTo("SOLD_OUT");

        var waits = joins(tom, last);
        assertThat(waits.status()).as(waits.body()).isEqualTo(201);
        assertThat(waits.json().path("position").asInt()).isEqualTo(1);
        assertThat(joins(tom, last).code()).isEqualTo("ALREADY_WAITING");
        assertThat(mia.wantsMoneyBack(order).status()).isEqualTo(201);

        var address = "/api/v1/waitlist/" + waits.text("id");
        await("a seat is offered")
                .atMost(EFFECT)
                .until(() -> tom.api().get(address).text("status").equals("OFFERED"));
        var offered = tom.api().get(address).text("orderId");
        toms.awaitStatus(offered, "PENDING");
        assertThat(Instant.parse(toms.shown(offered).path("holdExpiresAt").asString()))
                .isAfter(Instant.now().plus(Duration.ofHours(23)));
        await("Tom is told")
                .atMost(EFFECT)
                .until(() -> tom.api().get("/api/v1/notifications").body().contains(offered));
        assertThat(purchases(cast.learner("Leo")).insistsOn(last.runId()).code())
                .isEqualTo("SOLD_OUT");
        assertThat(toms.goesToPay(offered).status()).isEqualTo(200);
        toms.presses("pay", offered);
        toms.awaitStatus(offered, "FULFILLED");
        new Studies(tom, last).awaitOpen();
        assertThat(tom.api().get(address).text("status")).isEqualTo("SEATED");
    }

    private static Answer joins(Person person, Draft course) {
        return person.intending()
                .post("/api/v1/waitlist", "{\"runId\": \"" + course.runId() + "\"}");
    }

    @Test
    void givesMoneyBackBySupportToThoseWhoHaveLearnedMuch() {
        var mia = cast.learner("Mia");
        var purchases = purchases(mia);
        var order = purchases.buys(course.runId());
        var studies = new Studies(mia, course);
        studies.awaitOpen();
        var device = new Device(mia);
        course.lessonIds().subList(0, 2).forEach(device::completes);
        assertThat(purchases.wantsMoneyBack(order).code()).isEqualTo("REFUND_NOT_ELIGIBLE");
        var path = "/api/v1/admin/orders/" + order + "/refunds";
        var body = "{\"reason\": \"OTHER\", \"note\": \"As agreed.\", \"override\": true}";
        assertThat(mia.steppedUp().post(path, body).code()).isEqualTo("FORBIDDEN");

        var support = cast.support();
        assertThat(support.intending().post(path, body).code()).isEqualTo("STEP_UP_REQUIRED");
        var granted = support.steppedUp().post(path, body);

        assertThat(granted.status()).as(granted.body()).isEqualTo(201);
        purchases.awaitStatus(order, "REFUNDED");
        await("access has ended").atMost(EFFECT).until(() -> !studies.isOpen());
        assertBalanced(support);
    }

    @Test
    void givesAPartBackBySupportAndTakesNothingAway() {
        var partly = studio.priced(4_900, "Sold a little dear", "One", "Two", "Three", "Four");
        var mia = cast.learner("Mia");
        var purchases = purchases(mia);
        var order = purchases.buys(partly.runId());
        new Studies(mia, partly).awaitOpen();
        new Device(mia).completes(partly.lessonIds().getFirst());
        await("points for the lesson").atMost(EFFECT).until(() -> points(mia) == 10);
        awaitNet(partly, 4_900);
        var support = cast.support();
        var path = "/api/v1/admin/orders/" + order + "/refunds";
        var part = "{\"reason\": \"OTHER\", \"note\": \"Sorry.\", \"amount\": %d}";

        var granted = support.steppedUp().post(path, part.formatted(1_000));
        assertThat(granted.status()).as(granted.body()).isEqualTo(201);
        purchases.awaitStatus(order, "PARTIALLY_REFUNDED");
        var tooMuch = support.steppedUp().post(path, part.formatted(3_901));

        assertThat(tooMuch.status()).isEqualTo(422);
        assertThat(tooMuch.code()).isEqualTo("OVER_CAPTURED");
        assertThat(tooMuch.json().path("refundable").asLong()).isEqualTo(3_900);
        assertThat(purchases.shown(order).at("/refunded/amount").asLong()).isEqualTo(1_000);
        awaitNet(partly, 3_900);
        await("Mia is told")
                .atMost(EFFECT)
                .until(() ->
                        mia.api()
                                .get("/api/v1/notifications")
                                .body()
                                .contains("PARTIAL_REFUND_SETTLED"));
        var lesson = mia.api().get("/api/v1/lessons/" + partly.lessonIds().getLast());
        assertThat(lesson.status()).as(lesson.body()).isEqualTo(200);
        assertThat(points(mia)).isEqualTo(10);
        assertBalanced(support);

        var rest = purchases.wantsMoneyBack(order);

        assertThat(rest.json().at("/amount/amount").asLong()).isEqualTo(3_900);
        purchases.awaitStatus(order, "REFUNDED");
        awaitNet(partly, 0);
        assertBalanced(support);
    }

    /// What a course has earned its author after all that went back.
    private void awaitNet(Draft sold, long net) {
        var figures = "/api/v1/analytics/courses/" + sold.id() + "/revenue";
        await("net revenue is " + net)
                .atMost(EFFECT)
                .until(() -> {
                    var revenue = studio.author().api().get(figures).json();
                    return revenue.path("gross").asLong() == 4_900
                            && revenue.path("net").asLong() == net;
                });
    }

    private static void assertBalanced(Person support) {
        var balance = support.api().get("/api/v1/admin/ledger/trial-balance").json();
        assertThat(balance.path("currencies"))
                .isNotEmpty()
                .allMatch(sum -> sum.path("difference").asLong() == 0);
    }

    private Purchases purchases(Person person) {
        return new Purchases(platform, person);
    }

    /// So many times the same, a few at a time.
    private static <T> List<T> atOnce(int times, Callable<T> one) throws Exception {
        var done = new ArrayList<T>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var running = new ArrayList<Future<T>>();
            for (var i = 0; i < times; i++) {
                running.add(threads.submit(one));
            }
            for (var each : running) {
                done.add(each.get());
            }
        }
        return done;
    }
}
