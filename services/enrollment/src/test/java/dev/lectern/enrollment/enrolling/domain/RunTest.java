package dev.lectern.enrollment.enrolling.domain;

import static dev.lectern.enrollment.enrolling.domain.EnrollmentFixtures.NOW;
import static dev.lectern.enrollment.enrolling.domain.EnrollmentFixtures.aRun;
import static dev.lectern.enrollment.enrolling.domain.EnrollmentFixtures.aRunWithSeats;
import static dev.lectern.enrollment.enrolling.domain.EnrollmentFixtures.eventsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.common.problem.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RunTest {

    @Nested
    class TakingASeat {

        @Test
        void hasNoLimitUntilItsAuthorSetsOne() {
            var run = aRun();

            for (var i = 0; i < 1000; i++) {
                run.takeSeat(NOW);
            }

            assertThat(run.taken()).isEqualTo(1000);
        }

        @Test
        void refusesTheSeatAfterTheLastAndNamesTheRun() {
            var run = aRunWithSeats(1);
            run.takeSeat(NOW);

            assertThatThrownBy(() -> run.takeSeat(NOW))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> {
                                assertThat(refusal.code()).isEqualTo("SOLD_OUT");
                                assertThat(refusal.extras())
                                        .containsEntry("runId", run.id().value());
                            });
            assertThat(run.taken()).isEqualTo(1);
        }

        @Test
        void countsHeldSeatsAsGone() {
            var run = aRunWithSeats(1);
            run.holdSeat(NOW);

            assertThatThrownBy(() -> run.takeSeat(NOW))
                    .hasFieldOrPropertyWithValue("code", "SOLD_OUT");
        }

        @Test
        void isPossibleFromTheOpeningToTheClosing() {
            var run = aRun();
            run.reschedule(NOW, NOW.plus(Duration.ofDays(1)));

            assertThatThrownBy(() -> run.takeSeat(NOW.minusNanos(1)))
                    .hasFieldOrPropertyWithValue("code", "RUN_CLOSED");
            run.takeSeat(NOW);
            run.takeSeat(NOW.plus(Duration.ofDays(1)).minusNanos(1));
            assertThatThrownBy(() -> run.takeSeat(NOW.plus(Duration.ofDays(1))))
                    .hasFieldOrPropertyWithValue("code", "RUN_CLOSED");
            assertThat(run.taken()).isEqualTo(2);
        }

        @Test
        void tellsThatSeatsChanged() {
            var run = aRun();

            run.takeSeat(NOW);

            assertThat(eventsOf(run)).hasExactlyElementsOfTypes(RunEvent.SeatsChanged.class);
        }
    }

    @Nested
    class LimitingSeats {

        @Test
        void refusesFewerThanAreTakenAndHeld() {
            var run = aRunWithSeats(5);
            run.takeSeat(NOW);
            run.takeSeat(NOW);
            run.holdSeat(NOW);

            assertThatThrownBy(() -> run.limitTo(2))
                    .hasFieldOrPropertyWithValue("code", "CAPACITY_BELOW_TAKEN");
            run.limitTo(3);
            assertThat(run.capacity()).isEqualTo(3);
        }

        @Test
        void canBeLifted() {
            var run = aRunWithSeats(1);
            run.takeSeat(NOW);

            run.limitTo(null);
            run.takeSeat(NOW);

            assertThat(run.taken()).isEqualTo(2);
        }
    }
}
