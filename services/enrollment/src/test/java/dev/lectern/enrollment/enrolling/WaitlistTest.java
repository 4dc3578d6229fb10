package dev.lectern.enrollment.enrolling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.enrollment.Catalogue;
import dev.lectern.enrollment.Catalogue.Offer;
import dev.lectern.enrollment.enrolling.application.EndingAccess;
import dev.lectern.enrollment.enrolling.application.Granting;
import dev.lectern.enrollment.enrolling.application.Granting.Grant;
import dev.lectern.enrollment.enrolling.application.HoldingSeats;
import dev.lectern.enrollment.enrolling.application.SettingCapacity;
import dev.lectern.enrollment.enrolling.application.SettingCapacity.SetCapacity;
import dev.lectern.enrollment.enrolling.domain.OrderId;
import dev.lectern.enrollment.enrolling.domain.RunId;
import dev.lectern.testing.AtOnce;
import dev.lectern.testing.ServiceTest;
import dev.lectern.testing.identity.TestIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// In line for a seat of a run that is sold out.
@ServiceTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Catalogue.class)
class WaitlistTest {

    @LocalServerPort int port;
    @Autowired Catalogue catalogue;
    @Autowired SettingCapacity capacity;
    @Autowired HoldingSeats holding;
    @Autowired Granting granting;
    @Autowired EndingAccess ending;
    @Autowired JdbcClient jdbc;

    private final OrderId sold = new OrderId(UUID.randomUUID());
    private Waiter tom = new Waiter(UUID.randomUUID(), new Client(0));
    private Waiter ada = tom;

    private record Waiter(UUID id, Client http) {

        Answer join(Offer offer) {
            return http.withKey(UUID.randomUUID().toString())
                    .post("/api/v1/waitlist", "{\"runId\": \"%s\"}".formatted(offer.runId()));
        }

        Answer shown(Answer joined) {
            return http.get("/api/v1/waitlist/" + joined.text("id"));
        }

        String status(Answer joined) {
            return shown(joined).text("status");
        }

        OrderId order(Answer joined) {
            return new OrderId(UUID.fromString(shown(joined).text("orderId")));
        }
    }

    @BeforeEach
    void signIn() {
        tom = waiter("learner");
        ada = waiter("learner");
    }

    private Waiter waiter(String role) {
        var id = UUID.randomUUID();
        return new Waiter(id, new Client(port).as(TestIdentity.tokenOf(id, role)));
    }

    @Test
    void keepsAFreedSeatForTheFirstInLine() {
        var heard = catalogue.neighbours().listenTo("enrollment");
        var offer = soldOut(4_900);
        var first = tom.join(offer);
        var second = ada.join(offer);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(first.header("Location")).endsWith("/api/v1/waitlist/" + first.text("id"));
        assertThat(first.json().get("position").asInt()).isEqualTo(1);
        assertThat(second.json().get("position").asInt()).isEqualTo(2);

        ending.revoke(sold);

        var offered = tom.shown(first);
        assertThat(offered.text("status")).isEqualTo("OFFERED");
        assertThat(offered.json().get("position").isNull()).isTrue();
        assertThat(Instant.parse(offered.text("offeredUntil")))
                .isBetween(
                        Instant.now().plus(Duration.ofHours(24)).minusSeconds(60),
                        Instant.now().plus(Duration.ofHours(24)));
        assertThat(ada.shown(second).json().get("position").asInt()).isEqualTo(1);
        assertThat(seats(offer)).isEqualTo("0 taken, 1 held");
        var told =
                heard.atLeast(3, "enrollment.waitlist-changed.v1").stream()
                        .filter(event -> event.at("/data/status").asString().equals("OFFERED"))
                        .toList();
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().at("/data/orderId").asString())
                .isEqualTo(offered.text("orderId"));
    }

    @Test
    void isOverWhenTheOrderIsPaid() {
        var offer = soldOut(4_900);
        var joined = tom.join(offer);
        ending.revoke(sold);

        granting.grant(new Grant(tom.order(joined), tom.id(), new RunId(offer.runId()), null));

        assertThat(tom.status(joined)).isEqualTo("SEATED");
        assertThat(seats(offer)).isEqualTo("1 taken, 0 held");
        assertThat(tom.join(offer).code()).isEqualTo("ALREADY_ENROLLED");
    }

    @Test
    void goesOnWhenNobodyPaysInTime() {
        var offer = soldOut(4_900);
        var first = tom.join(offer);
        var second = ada.join(offer);
        ending.revoke(sold);
        var order = tom.order(first);

        holding.release(order);
        holding.release(order);

        assertThat(tom.status(first)).isEqualTo("LAPSED");
        assertThat(ada.status(second)).isEqualTo("OFFERED");
        assertThat(seats(offer)).isEqualTo("0 taken, 1 held");
    }

    @Test
    void goesOnByItselfWherePaymentDied() {
        var offer = soldOut(4_900);
        var first = tom.join(offer);
        var second = ada.join(offer);
        ending.revoke(sold);
        var order = tom.order(first);
        holding.expire(order);
        assertThat(tom.status(first)).isEqualTo("OFFERED");

        jdbc.sql("update seat_hold set expires_at = now() where order_id = :order")
                .param("order", order.value())
                .update();
        holding.expire(order);

        assertThat(tom.status(first)).isEqualTo("LAPSED");
        assertThat(ada.status(second)).isEqualTo("OFFERED");
    }

    @Test
    void enrollsAtOnceWhereNothingIsToBePaid() {
        var offer = soldOut(0);
        var joined = tom.join(offer);

        capacity.set(new SetCapacity(new RunId(offer.runId()), offer.courseId(), 2));

        assertThat(tom.status(joined)).isEqualTo("SEATED");
        assertThat(tom.http().get("/api/v1/enrollments").json().get("items")).hasSize(1);
        assertThat(seats(offer)).isEqualTo("2 taken, 0 held");
    }

    @Test
    void leavesNoSeatToWhoComesByAsLongAsSomebodyWaits() throws Exception {
        var offer = soldOut(0);
        var waiters = IntStream.range(0, 5).mapToObj(number -> waiter("learner")).toList();
        var joined = waiters.stream().map(waiter -> waiter.join(offer)).toList();

        var nobodyHas = new AtomicBoolean(true);

        var outcomes =
                AtOnce.run(
                        10,
                        () -> {
                            if (nobodyHas.getAndSet(false)) {
                                ending.revoke(sold);
                            }
                            return waiter("learner")
                                    .http()
                                    .withKey("k")
                                    .post(
                                            "/api/v1/enrollments",
                                            "{\"runId\": \"%s\"}".formatted(offer.runId()))
                                    .code();
                        });

        assertThat(outcomes).containsOnly("SOLD_OUT");
        assertThat(waiters.getFirst().status(joined.getFirst())).isEqualTo("SEATED");
        assertThat(seats(offer)).isEqualTo("1 taken, 0 held");
    }

    @Test
    void isLeftByWhoDoesNotWantToWait() {
        var offer = soldOut(4_900);
        var first = tom.join(offer);
        var second = ada.join(offer);
        ending.revoke(sold);

        var left = tom.http().delete("/api/v1/waitlist/" + first.text("id"));

        assertThat(left.status()).isEqualTo(204);
        assertThat(tom.status(first)).isEqualTo("LEFT");
        assertThat(ada.status(second)).isEqualTo("OFFERED");
        assertThat(tom.http().delete("/api/v1/waitlist/" + first.text("id")).code())
                .isEqualTo("NOT_WAITING");
        assertThat(tom.join(offer).status()).isEqualTo(201);
    }

    @Test
    void isForSoldOutRunsAlone() {
        var offer = catalogue.courseFor(4_900);

        assertThat(tom.join(offer).code()).isEqualTo("SEATS_AVAILABLE");
        assertThat(
                        tom.join(new Offer(UUID.randomUUID(), UUID.randomUUID(), offer.lessons()))
                                .status())
                .isEqualTo(404);
    }

    @Test
    void standsStillWhereTheCourseIsWithdrawnAndGoesOnWhereItIsOfferedAgain() {
        var offer = soldOut(4_900);
        var joined = tom.join(offer);
        catalogue.withdraw(offer);

        ending.revoke(sold);

        assertThat(tom.status(joined)).isEqualTo("WAITING");
        assertThat(ada.join(offer).code()).isEqualTo("RUN_CLOSED");

        catalogue.offerAgain(offer);

        await().until(() -> tom.status(joined).equals("OFFERED"));
        assertThat(seats(offer)).isEqualTo("0 taken, 1 held");
    }

    @Test
    void holdsEverybodyOnce() throws Exception {
        var offer = soldOut(4_900);

        var answers = AtOnce.run(10, () -> tom.join(offer));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allMatch(answer -> answer.code().equals("ALREADY_WAITING"));
    }

    @Test
    void isInTheOrderInWhichPeopleCame() throws Exception {
        var offer = soldOut(4_900);

        var positions =
                AtOnce.run(20, () -> waiter("learner").join(offer).json().get("position").asInt());

        assertThat(positions)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 20).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"learner", "instructor", "moderator", "support", "admin"})
    void isSeenByWhoWaitsAlone(String role) {
        var offer = soldOut(4_900);
        var joined = tom.join(offer);
        var other = waiter(role);
        var address = "/api/v1/waitlist/" + joined.text("id");

        assertThat(other.http().get(address).status()).isEqualTo(404);
        assertThat(other.http().delete(address).status()).isEqualTo(404);
        assertThat(other.http().get("/api/v1/waitlist").json().get("items")).isEmpty();
        assertThat(tom.http().get("/api/v1/waitlist").json().get("items")).hasSize(1);
        assertThat(tom.status(joined)).isEqualTo("WAITING");
    }

    /// A run of one seat, which is sold.
    private Offer soldOut(long price) {
        var offer = catalogue.courseFor(price);
        capacity.set(new SetCapacity(new RunId(offer.runId()), offer.courseId(), 1));
        granting.grant(new Grant(sold, UUID.randomUUID(), new RunId(offer.runId()), null));
        await().until(() -> seats(offer).equals("1 taken, 0 held"));
        return offer;
    }

    private String seats(Offer offer) {
        return jdbc.sql("select taken || ' taken, ' || held || ' held' from run where id = :run")
                .param("run", offer.runId())
                .query(String.class)
                .single();
    }
}
