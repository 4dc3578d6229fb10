package dev.lectern.payment.selling.domain;

import static dev.lectern.payment.selling.domain.OrderFixtures.NOW;
import static dev.lectern.payment.selling.domain.OrderFixtures.PRICE;
import static dev.lectern.payment.selling.domain.OrderFixtures.aFulfilledOrder;
import static dev.lectern.payment.selling.domain.OrderFixtures.aPaidOrder;
import static dev.lectern.payment.selling.domain.OrderFixtures.anOrder;
import static dev.lectern.payment.selling.domain.OrderFixtures.captured;
import static dev.lectern.payment.selling.domain.OrderFixtures.eventsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.payment.pricing.domain.Money;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTest {

    @Nested
    class Placing {

        @Test
        void isNotForWhatCostsNothing() {
            assertThatThrownBy(() -> anOrder(new Money(0, "EUR")))
                    .hasFieldOrPropertyWithValue("code", "COURSE_FREE");
        }

        @Test
        void keepsPriceAndTerms() {
            var order = anOrder();

            assertThat(order.item().price()).isEqualTo(PRICE);
            assertThat(order.terms().taxIn(PRICE)).isEqualTo(new Money(783, "EUR"));
            assertThat(order.seat().keptUntil()).isEqualTo(NOW.plus(Order.TIME_TO_PAY));
        }
    }

    @Nested
    class Paying {

        @Test
        void isPossibleForFifteenMinutes() {
            var order = anOrder();

            order.startCheckout("/", order.seat().keptUntil().minusMillis(1));
            assertThatThrownBy(() -> anOrder().startCheckout("/", order.seat().keptUntil()))
                    .hasFieldOrPropertyWithValue("code", "HOLD_EXPIRED");
        }

        @Test
        void asksTheProviderTheSameEachTime() {
            var order = anOrder();
            order.startCheckout("/a", NOW);
            var first = order.checkoutWish();

            order.startCheckout("/b", NOW.plusSeconds(60));

            assertThat(order.checkoutWish()).isEqualTo(first);
            assertThat(eventsOf(order))
                    .filteredOn(OrderEvent.CheckoutStarted.class::isInstance)
                    .hasSize(1);
        }

        @Test
        void isOverOnceItIsPaid() {
            assertThatThrownBy(() -> aPaidOrder().startCheckout("/", NOW))
                    .hasFieldOrPropertyWithValue("code", "ORDER_CLOSED");
        }
    }

    @Nested
    class WithMoney {

        @Test
        void countsOnceHoweverOftenItIsHeardOf() {
            var order = anOrder();

            order.paid(captured(PRICE), NOW);
            order.paid(captured(PRICE), NOW.plusSeconds(9));
            order.expire();

            assertThat(order.status()).isEqualTo(OrderStatus.PAID);
            assertThat(order.payment().at()).isEqualTo(NOW);
            assertThat(eventsOf(order)).filteredOn(OrderEvent.Paid.class::isInstance).hasSize(1);
        }

        @Test
        void countsWhenItComesLate() {
            var order = anOrder();
            order.expire();

            order.paid(captured(PRICE), NOW);

            assertThat(order.status()).isEqualTo(OrderStatus.PAID);
        }

        @ParameterizedTest
        @ValueSource(strings = {"4899 EUR", "4901 EUR", "4900 USD"})
        void thatDiffersIsHeldForAPerson(String other) {
            var order = anOrder();

            order.paid(captured(OrderFixtures.money(other)), NOW);
            order.granted(UUID.randomUUID());

            assertThat(order.status()).isEqualTo(OrderStatus.UNDER_REVIEW);
            assertThat(eventsOf(order))
                    .hasAtLeastOneElementOfType(OrderEvent.Mismatched.class)
                    .noneMatch(OrderEvent.Paid.class::isInstance);
        }

        @Test
        void thatNeverCameIsNoReasonToLearn() {
            assertThatThrownBy(() -> anOrder().granted(UUID.randomUUID()))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Nested
    class Expiring {

        @Test
        void leavesOneThatMayBePaidInThisMomentToTheProvider() {
            var order = anOrder();
            order.startCheckout("/", NOW);

            order.expireUnlessInCheckout();

            assertThat(order.status()).isEqualTo(OrderStatus.PENDING);
        }

        @Test
        void givesASeatBackThatWasKeptTooLate() {
            var order = anOrder();
            order.expireUnlessInCheckout();

            order.seatHeld();

            assertThat(order.status()).isEqualTo(OrderStatus.EXPIRED);
            assertThat(eventsOf(order)).hasAtLeastOneElementOfType(OrderEvent.SeatUnneeded.class);
        }
    }

    @Nested
    class TellingAgain {

        @Test
        void stopsWhenSomebodyHasAnswered() {
            var order = aFulfilledOrder();
            var before = eventsOf(order).size();

            order.tellPaidAgain();

            assertThat(eventsOf(order)).hasSize(before);
        }
    }
}
