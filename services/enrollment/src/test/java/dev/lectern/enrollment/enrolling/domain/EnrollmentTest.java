package dev.lectern.enrollment.enrolling.domain;

import static dev.lectern.enrollment.enrolling.domain.EnrollmentFixtures.LEARNER;
import static dev.lectern.enrollment.enrolling.domain.EnrollmentFixtures.NOW;
import static dev.lectern.enrollment.enrolling.domain.EnrollmentFixtures.aCourseFor;
import static dev.lectern.enrollment.enrolling.domain.EnrollmentFixtures.aFreeCourse;
import static dev.lectern.enrollment.enrolling.domain.EnrollmentFixtures.aRevokedEnrollmentIn;
import static dev.lectern.enrollment.enrolling.domain.EnrollmentFixtures.aRun;
import static dev.lectern.enrollment.enrolling.domain.EnrollmentFixtures.aRunWithSeats;
import static dev.lectern.enrollment.enrolling.domain.EnrollmentFixtures.aSuspendedEnrollmentIn;
import static dev.lectern.enrollment.enrolling.domain.EnrollmentFixtures.anActiveEnrollmentIn;
import static dev.lectern.enrollment.enrolling.domain.EnrollmentFixtures.anOrder;
import static dev.lectern.enrollment.enrolling.domain.EnrollmentFixtures.eventsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EnrollmentTest {

    @Nested
    class EnrollingInAFreeCourse {

        @Test
        void takesASeatAndPinsTheOfferedVersion() {
            var run = aRunWithSeats(1);

            var enrollment = Enrollment.inFreeCourse(LEARNER, run, aFreeCourse(), NOW);

            assertThat(run.taken()).isEqualTo(1);
            assertThat(enrollment.status()).isEqualTo(EnrollmentStatus.ACTIVE);
            assertThat(enrollment.courseVersion()).isEqualTo(1);
            assertThat(eventsOf(enrollment))
                    .hasExactlyElementsOfTypes(EnrollmentEvent.Granted.class);
        }

        @Test
        void refusesACourseThatHasAPriceAndLeavesTheSeat() {
            var run = aRunWithSeats(1);

            assertThatThrownBy(() -> Enrollment.inFreeCourse(LEARNER, run, aCourseFor(4900), NOW))
                    .hasFieldOrPropertyWithValue("code", "PAYMENT_REQUIRED");
            assertThat(run.taken()).isZero();
        }
    }

    @Nested
    class GrantingAnOrder {

        @Test
        void usesTheSeatThatWasHeldForIt() {
            var run = aRunWithSeats(1);
            var order = anOrder();
            var hold = SeatHold.of(order, run, NOW);

            Enrollment.forOrder(order, LEARNER, run, aCourseFor(4900), hold, NOW);

            assertThat(run.held()).isZero();
            assertThat(run.taken()).isEqualTo(1);
            assertThat(hold.isHeld()).isFalse();
        }

        @Test
        void keepsThePromiseOfAHoldEvenWhenTheRunHasClosed() {
            var run = aRunWithSeats(1);
            var order = anOrder();
            var hold = SeatHold.of(order, run, NOW);
            run.reschedule(null, NOW);

            Enrollment.forOrder(order, LEARNER, run, aCourseFor(4900), hold, NOW);

            assertThat(run.taken()).isEqualTo(1);
        }

        @Test
        void takesAFreeSeatWhenTheHoldRanOut() {
            var run = aRunWithSeats(1);
            var order = anOrder();
            var hold = SeatHold.of(order, run, NOW);
            hold.release(run);

            Enrollment.forOrder(order, LEARNER, run, aCourseFor(4900), hold, NOW);

            assertThat(run.taken()).isEqualTo(1);
        }

        @Test
        void refusesWhenTheHoldRanOutAndNoSeatIsLeft() {
            var run = aRunWithSeats(1);
            var order = anOrder();
            var hold = SeatHold.of(order, run, NOW);
            hold.release(run);
            anActiveEnrollmentIn(run);

            assertThatThrownBy(() ->
                            Enrollment.forOrder(order, LEARNER, run, aCourseFor(4900), hold, NOW))
                    .hasFieldOrPropertyWithValue("code", "SOLD_OUT");
            assertThat(run.taken()).isEqualTo(1);
        }
    }

    @Nested
    class Suspending {

        @Test
        void keepsTheSeatAndCanBeTakenBack() {
            var run = aRun();
            var enrollment = anActiveEnrollmentIn(run);

            enrollment.suspend();
            enrollment.restore();

            assertThat(enrollment.status()).isEqualTo(EnrollmentStatus.ACTIVE);
            assertThat(run.taken()).isEqualTo(1);
            assertThat(eventsOf(enrollment))
                    .hasExactlyElementsOfTypes(
                            EnrollmentEvent.Granted.class,
                            EnrollmentEvent.Suspended.class,
                            EnrollmentEvent.Restored.class);
        }

        @Test
        void saysNothingTheSecondTime() {
            var enrollment = aSuspendedEnrollmentIn(aRun());
            var before = eventsOf(enrollment).size();

            enrollment.suspend();

            assertThat(eventsOf(enrollment)).hasSize(before);
        }

        @Test
        void refusesWhatHasEnded() {
            var enrollment = aRevokedEnrollmentIn(aRun());

            assertThatThrownBy(enrollment::suspend)
                    .hasFieldOrPropertyWithValue("code", "ENROLLMENT_NOT_IN_FORCE");
            assertThatThrownBy(enrollment::restore)
                    .hasFieldOrPropertyWithValue("code", "ENROLLMENT_NOT_IN_FORCE");
        }
    }

    @Nested
    class Revoking {

        @Test
        void freesTheSeatOnce() {
            var run = aRun();
            var enrollment = aSuspendedEnrollmentIn(run);

            enrollment.revoke(run);
            enrollment.revoke(run);

            assertThat(enrollment.status()).isEqualTo(EnrollmentStatus.REVOKED);
            assertThat(run.taken()).isZero();
        }
    }

    @Nested
    class Expiring {

        @Test
        void leavesARefundNothingToTakeAndNothingToGiveBack() {
            var run = aRun();
            var end = NOW.plus(Duration.ofDays(30));
            var enrollment = anActiveEnrollmentIn(run).endingAt(end);
            enrollment.expire(run, end);

            enrollment.revoke(run);
            enrollment.restore();

            assertThat(enrollment.status()).isEqualTo(EnrollmentStatus.EXPIRED);
            assertThat(run.taken()).isZero();
        }

        @Test
        void happensAtItsTimeAndFreesTheSeatOnce() {
            var run = aRun();
            var end = NOW.plus(Duration.ofDays(30));
            var enrollment = anActiveEnrollmentIn(run).endingAt(end);

            enrollment.expire(run, end.minusSeconds(1));
            assertThat(enrollment.status()).isEqualTo(EnrollmentStatus.ACTIVE);

            enrollment.expire(run, end);
            enrollment.expire(run, end.plusSeconds(1));
            assertThat(enrollment.status()).isEqualTo(EnrollmentStatus.EXPIRED);
            assertThat(run.taken()).isZero();
        }

        @Test
        void neverHappensToOneWithoutAnEnd() {
            var run = aRun();
            var enrollment = anActiveEnrollmentIn(run);

            enrollment.expire(run, NOW.plus(Duration.ofDays(10_000)));

            assertThat(enrollment.status()).isEqualTo(EnrollmentStatus.ACTIVE);
        }

        @Test
        void doesNotBringBackWhatWasRevoked() {
            var run = aRun();
            var enrollment = anActiveEnrollmentIn(run).endingAt(NOW.plusSeconds(1));
            enrollment.revoke(run);

            enrollment.expire(run, NOW.plusSeconds(2));

            assertThat(enrollment.status()).isEqualTo(EnrollmentStatus.REVOKED);
            assertThat(run.taken()).isZero();
        }
    }
}
