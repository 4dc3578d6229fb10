package dev.lectern.enrollment.enrolling.domain;

import static dev.lectern.enrollment.enrolling.domain.EnrollmentFixtures.NOW;
import static dev.lectern.enrollment.enrolling.domain.EnrollmentFixtures.aRunWithSeats;
import static dev.lectern.enrollment.enrolling.domain.EnrollmentFixtures.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SeatHoldTest {

    @Test
    void keepsTheLastSeatFromOthers() {
        var run = aRunWithSeats(1);
        SeatHold.of(anOrder(), run, NOW);

        assertThatThrownBy(() -> SeatHold.of(anOrder(), run, NOW))
                .hasFieldOrPropertyWithValue("code", "SOLD_OUT");
        assertThat(run.held()).isEqualTo(1);
    }

    @Test
    void givesItsSeatBackOnce() {
        var run = aRunWithSeats(1);
        var hold = SeatHold.of(anOrder(), run, NOW);

        hold.release(run);
        hold.release(run);

        assertThat(run.held()).isZero();
    }

    @Test
    void givesNoSeatBackThatWasSold() {
        var run = aRunWithSeats(1);
        var hold = SeatHold.of(anOrder(), run, NOW);
        hold.use(run);

        hold.release(run);

        assertThat(run.taken()).isEqualTo(1);
        assertThat(run.held()).isZero();
    }

    @Test
    void runsOutAtItsTimeAndNotBefore() {
        var run = aRunWithSeats(1);
        var hold = SeatHold.of(anOrder(), run, NOW);

        hold.expire(run, hold.expiresAt().minusSeconds(1));
        assertThat(run.held()).isEqualTo(1);

        hold.expire(run, hold.expiresAt());
        assertThat(run.held()).isZero();
    }

    @Test
    void confirmsARepeatedWishUntilItWasGivenBack() {
        var run = aRunWithSeats(1);
        var hold = SeatHold.of(anOrder(), run, NOW);

        assertThatCode(hold::confirm).doesNotThrowAnyException();

        hold.release(run);
        assertThatThrownBy(hold::confirm).hasFieldOrPropertyWithValue("code", "HOLD_EXPIRED");
    }
}
