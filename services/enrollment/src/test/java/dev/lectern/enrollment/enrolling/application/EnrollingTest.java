package dev.lectern.enrollment.enrolling.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lectern.common.problem.Refusal;
import dev.lectern.common.security.Caller;
import dev.lectern.common.security.Role;
import dev.lectern.enrollment.Catalogue;
import dev.lectern.enrollment.enrolling.application.Enrolling.Enroll;
import dev.lectern.enrollment.enrolling.application.Granting.Grant;
import dev.lectern.enrollment.enrolling.application.HoldingSeats.Hold;
import dev.lectern.enrollment.enrolling.application.SettingCapacity.SetCapacity;
import dev.lectern.enrollment.enrolling.domain.EnrollmentId;
import dev.lectern.enrollment.enrolling.domain.EnrollmentRefused;
import dev.lectern.enrollment.enrolling.domain.OrderId;
import dev.lectern.enrollment.enrolling.domain.RunId;
import dev.lectern.testing.AtOnce;
import dev.lectern.testing.ServiceTest;
import dev.lectern.testing.events.Heard;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Catalogue.class)
class EnrollingTest {

    @Autowired Catalogue catalogue;
    @Autowired Enrolling enrolling;
    @Autowired HoldingSeats holding;
    @Autowired Granting granting;
    @Autowired EndingAccess ending;
    @Autowired SettingCapacity capacity;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;
    @Autowired MeterRegistry meters;

    @Nested
    class TheLastSeat {

        @Test
        void goesToOneOfFiftyWhoEnrollAtOnce() throws Exception {
            var offer = catalogue.freeCourse();
            limit(offer, 1);

            var outcomes = allAtOnce(50, () -> enroll(offer, aLearner()));

            assertThat(outcomes).containsOnly("ENROLLED", "SOLD_OUT").contains("ENROLLED");
            assertThat(outcomes).filteredOn("ENROLLED"::equals).hasSize(1);
            assertThat(seatsTaken(offer)).isEqualTo(1);
            assertThat(enrollmentsOf(offer)).isEqualTo(1);
        }

        @Test
        void isNotSoldWhileItIsHeldForAnOrder() {
            var offer = catalogue.freeCourse();
            limit(offer, 1);
            var order = anOrder();
            hold(offer, order, UUID.randomUUID());

            assertThatThrownBy(() -> enroll(offer, aLearner()))
                    .hasFieldOrPropertyWithValue("code", "SOLD_OUT");

            holding.release(order);
            holding.release(order);
            enroll(offer, aLearner());
            assertThat(seatsTaken(offer)).isEqualTo(1);
        }
    }

    @Test
    void refusesASecondEnrollmentInTheSameRunEvenWhenBothComeAtOnce() throws Exception {
        var offer = catalogue.freeCourse();
        var learner = aLearner();
        var enrollments = meters.get("lectern.enrollments").counter();
        var before = enrollments.count();

        var outcomes = allAtOnce(10, () -> enroll(offer, learner));

        assertThat(enrollments.count()).isEqualTo(before + 1);
        assertThat(outcomes).filteredOn("ENROLLED"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("ALREADY_ENROLLED"::equals).hasSize(9);
        assertThat(seatsTaken(offer)).isEqualTo(1);
    }

    @Test
    void letsALearnerEnrollAgainAfterTheEnrollmentEnded() {
        var offer = catalogue.freeCourse();
        var learner = aLearner();
        var order = anOrder();
        grant(offer, order, learner.id());
        ending.revoke(order);

        enroll(offer, learner);

        assertThat(seatsTaken(offer)).isEqualTo(1);
        assertThat(enrollmentsOf(offer)).isEqualTo(2);
    }

    @Test
    void letsNobodyNewIntoACourseThatIsWithdrawnAndGivesWhatWasPaidBefore() {
        var offer = catalogue.freeCourse();
        catalogue.withdraw(offer);

        assertThatThrownBy(() -> enroll(offer, aLearner()))
                .hasFieldOrPropertyWithValue("code", "RUN_CLOSED");
        assertThatThrownBy(() -> hold(offer, anOrder(), UUID.randomUUID()))
                .hasFieldOrPropertyWithValue("code", "RUN_CLOSED");
        assertThat(seatsTaken(offer)).isZero();

        grant(offer, anOrder(), UUID.randomUUID());
        assertThat(seatsTaken(offer)).isEqualTo(1);
    }

    @Test
    void refusesACourseThatCosts() {
        var offer = catalogue.courseFor(4900);

        assertThatThrownBy(() -> enroll(offer, aLearner()))
                .hasFieldOrPropertyWithValue("code", "PAYMENT_REQUIRED");
        assertThat(seatsTaken(offer)).isZero();
    }

    @Test
    void refusesACourseWhosePriceNobodyHasTold() {
        var offer = catalogue.freeCourse();
        jdbc.sql("delete from copy_price where course_id = :id")
                .param("id", offer.courseId())
                .update();

        assertThatThrownBy(() -> enroll(offer, aLearner()))
                .hasFieldOrPropertyWithValue("code", "PAYMENT_REQUIRED");
    }

    @Test
    void pinsTheVersionThatIsOfferedAtThatMoment() {
        var offer = catalogue.freeCourse();
        var early = enrollAndGet(offer, aLearner());
        catalogue
                .neighbours()
                .say(
                        offer.courseId(),
                        Catalogue.published(
                                offer.courseId(),
                                offer.runId(),
                                2,
                                false,
                                Catalogue.article(false)));
        catalogue.awaitVersion(offer.courseId(), 2);

        var late = enrollAndGet(offer, aLearner());

        assertThat(versionOf(early)).isEqualTo(1);
        assertThat(versionOf(late)).isEqualTo(2);
    }

    @Nested
    class PaidOrders {

        @Test
        void becomeOneEnrollmentHoweverOftenTheyAreTold() {
            var offer = catalogue.courseFor(4900);
            limit(offer, 1);
            var order = anOrder();
            var learner = UUID.randomUUID();
            hold(offer, order, learner);
            hold(offer, order, learner);

            grant(offer, order, learner);
            grant(offer, order, learner);

            assertThat(enrollmentsOf(offer)).isEqualTo(1);
            assertThat(seatsTaken(offer)).isEqualTo(1);
            assertThat(seatsHeld(offer)).isZero();
        }

        @Test
        void areRefusedAsAFactWhenNoSeatIsLeft() {
            var offer = catalogue.courseFor(4900);
            limit(offer, 1);
            grant(offer, anOrder(), UUID.randomUUID());
            Heard heard = catalogue.neighbours().listenTo("enrollment");
            var late = anOrder();

            grant(offer, late, UUID.randomUUID());

            var refused = heard.atLeast(1, "enrollment.grant-refused.v1").getFirst().get("data");
            assertThat(refused.get("orderId").asString()).isEqualTo(late.value().toString());
            assertThat(refused.get("reason").asString()).isEqualTo("SOLD_OUT");
            assertThat(seatsTaken(offer)).isEqualTo(1);
        }

        @Test
        void areRefusedForGoodEvenIfASeatIsFreeByNow() {
            var offer = catalogue.courseFor(4900);
            limit(offer, 1);
            var first = anOrder();
            grant(offer, first, UUID.randomUUID());
            var late = anOrder();
            var learner = UUID.randomUUID();
            grant(offer, late, learner);
            ending.revoke(first);
            var heard = catalogue.neighbours().listenTo("enrollment");

            grant(offer, late, learner);

            var refused = heard.atLeast(1, "enrollment.grant-refused.v1").getFirst().get("data");
            assertThat(refused.get("orderId").asString()).isEqualTo(late.value().toString());
            assertThat(refused.get("reason").asString()).isEqualTo("SOLD_OUT");
            assertThat(seatsTaken(offer)).isZero();
        }

        @Test
        void areTriedAgainWhileNobodyHasToldOfTheirRun() {
            var unknown = new RunId(UUID.randomUUID());

            assertThatThrownBy(() ->
                            granting.grant(new Grant(anOrder(), UUID.randomUUID(), unknown, null)))
                    .isNotInstanceOf(Refusal.class);
        }

        @Test
        void giveTheHeldSeatBackWhenTheLearnerIsEnrolledAlready() {
            var offer = catalogue.courseFor(4900);
            var learner = UUID.randomUUID();
            var second = anOrder();
            hold(offer, second, learner);
            grant(offer, anOrder(), learner);

            grant(offer, second, learner);

            assertThat(enrollmentsOf(offer)).isEqualTo(1);
            assertThat(seatsHeld(offer)).isZero();
        }

        @Test
        void endByThemselvesWhenTheirTimeIsOver() {
            var offer = catalogue.courseFor(4900);
            var order = anOrder();

            granting.grant(
                    new Grant(
                            order,
                            UUID.randomUUID(),
                            new RunId(offer.runId()),
                            clock.instant().plusMillis(300)));

            await().until(() -> statusOfOrder(order).equals("EXPIRED"));
            assertThat(seatsTaken(offer)).isZero();
        }
    }

    @Test
    void refusesACapacityBelowWhatIsTaken() {
        var offer = catalogue.freeCourse();
        enroll(offer, aLearner());
        enroll(offer, aLearner());

        assertThatThrownBy(() -> limit(offer, 1))
                .isInstanceOf(EnrollmentRefused.class)
                .hasFieldOrPropertyWithValue("code", "CAPACITY_BELOW_TAKEN");
        limit(offer, 2);
    }

    private static Caller aLearner() {
        return new Caller(UUID.randomUUID(), Set.of(Role.learner));
    }

    private static OrderId anOrder() {
        return new OrderId(UUID.randomUUID());
    }

    private String enroll(Catalogue.Offer offer, Caller learner) {
        enrollAndGet(offer, learner);
        return "ENROLLED";
    }

    private EnrollmentId enrollAndGet(Catalogue.Offer offer, Caller learner) {
        return enrolling.enroll(new Enroll(new RunId(offer.runId())), learner);
    }

    private void limit(Catalogue.Offer offer, int seats) {
        capacity.set(new SetCapacity(new RunId(offer.runId()), offer.courseId(), seats));
    }

    private void hold(Catalogue.Offer offer, OrderId order, UUID learner) {
        holding.hold(new Hold(order, new RunId(offer.runId()), learner));
    }

    private void grant(Catalogue.Offer offer, OrderId order, UUID learner) {
        granting.grant(new Grant(order, learner, new RunId(offer.runId()), null));
    }

    /// What each of these callers got, all starting at the same moment.
    private static List<String> allAtOnce(int callers, Callable<String> call) throws Exception {
        return AtOnce.run(
                callers,
                () -> {
                    try {
                        return call.call();
                    } catch (EnrollmentRefused refused) {
                        return refused.code();
                    }
                });
    }

    private int seatsTaken(Catalogue.Offer offer) {
        return number("select taken from run where id = :id", offer.runId());
    }

    private int seatsHeld(Catalogue.Offer offer) {
        return number("select held from run where id = :id", offer.runId());
    }

    private int enrollmentsOf(Catalogue.Offer offer) {
        return number("select count(*) from enrollment where run_id = :id", offer.runId());
    }

    private int versionOf(EnrollmentId enrollment) {
        return number("select course_version from enrollment where id = :id", enrollment.value());
    }

    private String statusOfOrder(OrderId order) {
        return jdbc.sql("select status from enrollment where order_id = :id")
                .param("id", order.value())
                .query(String.class)
                .single();
    }

    private int number(String sql, UUID id) {
        return jdbc.sql(sql).param("id", id).query(Integer.class).single();
    }
}
