package dev.lectern.payment.selling.domain;

import static dev.lectern.payment.selling.domain.OrderFixtures.NOW;
import static dev.lectern.payment.selling.domain.OrderFixtures.aFulfilledOrder;
import static dev.lectern.payment.selling.domain.OrderFixtures.aPaidOrder;
import static dev.lectern.payment.selling.domain.OrderFixtures.anOrder;
import static dev.lectern.payment.selling.domain.OrderFixtures.captured;
import static dev.lectern.payment.selling.domain.OrderFixtures.eventsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.lectern.common.problem.Refusal;
import dev.lectern.payment.pricing.domain.Money;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RefundTest {

    private static Refund onDemand(Order order) {
        return Refund.onDemand(order, RefundReason.CHANGED_MIND, null, NOW);
    }

    private static Refund settled(Refund refund, Order order) {
        refund.accessSuspended();
        refund.sent("re_1");
        refund.settle(order, NOW);
        return refund;
    }

    @Test
    void isForThirtyDays() {
        var last = NOW.plus(Order.REFUND_WINDOW);

        Refund.onDemand(aFulfilledOrder(), RefundReason.OTHER, null, last);
        assertThatThrownBy(() ->
                        Refund.onDemand(
                                aFulfilledOrder(), RefundReason.OTHER, null, last.plusMillis(1)))
                .hasFieldOrPropertyWithValue("code", "REFUND_NOT_ELIGIBLE");
    }

    @Test
    void happensOnce() {
        var order = aFulfilledOrder();
        onDemand(order);

        assertThatThrownBy(() -> onDemand(order))
                .hasFieldOrPropertyWithValue("code", "ALREADY_REFUNDED");
    }

    @Test
    void isNotForWhatWasNeverPaid() {
        assertThatThrownBy(() -> onDemand(anOrder()))
                .hasFieldOrPropertyWithValue("code", "ORDER_CLOSED");
        assertThatThrownBy(() -> onDemand(aPaidOrder()))
                .hasFieldOrPropertyWithValue("code", "ORDER_IN_PROGRESS");
    }

    @Test
    void isDoneWhenTheMoneyIsBackAndAccessIsGoneInEitherOrder() {
        var moneyFirst = aFulfilledOrder();
        settled(onDemand(moneyFirst), moneyFirst);
        assertThat(moneyFirst.status()).isEqualTo(OrderStatus.REFUND_PENDING);
        moneyFirst.accessEnded();
        assertThat(moneyFirst.status()).isEqualTo(OrderStatus.REFUNDED);

        var accessFirst = aFulfilledOrder();
        var refund = onDemand(accessFirst);
        accessFirst.accessEnded();
        assertThat(accessFirst.status()).isEqualTo(OrderStatus.REFUND_PENDING);
        settled(refund, accessFirst);
        assertThat(accessFirst.status()).isEqualTo(OrderStatus.REFUNDED);
    }

    @Test
    void leavesTheOrderAsItWasWhenItMayNotBe() {
        var order = aFulfilledOrder();
        var refund = onDemand(order);

        refund.refuse(order, "CONSUMED");
        refund.accessSuspended();

        assertThat(refund.status()).isEqualTo(RefundStatus.REFUSED);
        assertThat(order.status()).isEqualTo(OrderStatus.FULFILLED);
    }

    @Test
    void givesAccessBackWhenTheMoneyCannotBeSent() {
        var order = aFulfilledOrder();
        var refund = onDemand(order);
        refund.accessSuspended();
        refund.sent("re_1");

        refund.fail(order, "no such account");
        refund.settle(order, NOW);

        assertThat(order.status()).isEqualTo(OrderStatus.FULFILLED);
        assertThat(eventsOf(refund))
                .hasAtLeastOneElementOfType(RefundEvent.Failed.class)
                .noneMatch(RefundEvent.Settled.class::isInstance);
    }

    @Test
    void settlesOnce() {
        var order = aFulfilledOrder();
        var refund = settled(onDemand(order), order);

        refund.settle(order, NOW.plusSeconds(1));
        refund.fail(order, "too late");

        assertThat(refund.settledAt()).isEqualTo(NOW);
        assertThat(eventsOf(refund)).filteredOn(RefundEvent.Settled.class::isInstance).hasSize(1);
    }

    @Test
    void happensByItselfWhereNothingWasGiven() {
        var order = aPaidOrder();
        var refund = Objects.requireNonNull(Refund.unfulfilled(order, NOW));

        assertThat(Refund.unfulfilled(order, NOW)).isNull();
        settled(refund, order);

        assertThat(order.status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(refund.maxPercent()).isNull();
    }

    @Test
    void isGrantedBySupportWhateverTheTimeAndWhateverWasLearned() {
        var late = NOW.plus(Order.REFUND_WINDOW).plusMillis(1);
        var order = aFulfilledOrder();

        var refund = bySupport(order, true, late);

        assertThat(refund.maxPercent()).isNull();
        assertThat(order.status()).isEqualTo(OrderStatus.REFUND_PENDING);
        assertThatThrownBy(() -> bySupport(order, true, late))
                .hasFieldOrPropertyWithValue("code", "ALREADY_REFUNDED");
    }

    @Test
    void bySupportFollowsTheRuleUnlessItIsOverridden() {
        var late = NOW.plus(Order.REFUND_WINDOW).plusMillis(1);

        assertThatThrownBy(() -> bySupport(aFulfilledOrder(), false, late))
                .hasFieldOrPropertyWithValue("code", "REFUND_NOT_ELIGIBLE");
        assertThat(bySupport(aFulfilledOrder(), false, NOW).maxPercent())
                .isEqualTo(Refund.MAX_PERCENT);
    }

    @Test
    void bySupportIsForWhatWasPaidAlone() {
        assertThatThrownBy(() -> bySupport(anOrder(), true, NOW))
                .hasFieldOrPropertyWithValue("code", "ORDER_CLOSED");
        assertThatThrownBy(() -> bySupport(aPaidOrder(), true, NOW))
                .hasFieldOrPropertyWithValue("code", "ORDER_IN_PROGRESS");
    }

    @Test
    void ofAccessThatIsOverIsForSupportAlone() {
        var order = aFulfilledOrder();
        var granted = bySupport(order, true, NOW);
        granted.accessEndedBefore(order);
        assertThat(granted.status()).isEqualTo(RefundStatus.ACCESS_SUSPENDED);

        var another = aFulfilledOrder();
        var wanted = onDemand(another);
        wanted.accessEndedBefore(another);
        assertThat(wanted.status()).isEqualTo(RefundStatus.REFUSED);
        assertThat(wanted.rejectedBecause()).isEqualTo("ENDED");
        assertThat(another.status()).isEqualTo(OrderStatus.FULFILLED);
    }

    @Test
    void givesBackWhatWasPaidWhereItIsNotWhatWasAskedFor() {
        var order = anOrder();
        order.paid(captured(new Money(4_800, "EUR")), NOW);

        var refund = settled(bySupport(order, true, NOW), order);

        assertThat(refund.money()).isEqualTo(new Money(4_800, "EUR"));
        assertThat(order.status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(Movement.refunded(refund, order, new Money(0, "EUR")).lines())
                .extracting(Movement.Line::account, Movement.Line::debit, Movement.Line::credit)
                .containsExactly(
                        tuple(Account.PROVIDER_CLEARING, 0L, 4_800L),
                        tuple(Account.UNAPPLIED, 4_800L, 0L));
    }

    private static Refund bySupport(Order order, boolean overriding, Instant now) {
        return bySupport(order, null, overriding, now);
    }

    private static Refund bySupport(
            Order order, @Nullable Long amount, boolean overriding, Instant now) {
        return Refund.bySupport(
                order,
                amount,
                RefundReason.OTHER,
                "As agreed.",
                overriding,
                UUID.randomUUID(),
                now);
    }

    private static Refund part(Order order, long amount) {
        return bySupport(order, amount, false, NOW);
    }

    private static Refund returned(Refund part, Order order) {
        part.sent("re_1");
        part.settle(order, NOW);
        return part;
    }

    @Nested
    class OfAPart {

        private final Order order = aFulfilledOrder();

        @Test
        void changesNothingButMoney() {
            var part = part(order, 1_000);

            assertThat(part.isPartial()).isTrue();
            assertThat(part.money()).isEqualTo(new Money(1_000, "EUR"));
            assertThat(part.status()).isEqualTo(RefundStatus.GRANTED);
            assertThat(order.status()).isEqualTo(OrderStatus.REFUND_PENDING);

            returned(part, order);

            assertThat(order.status()).isEqualTo(OrderStatus.PARTIALLY_REFUNDED);
            assertThat(order.payment().refundable()).isEqualTo(new Money(3_900, "EUR"));
            assertThat(eventsOf(part))
                    .hasAtLeastOneElementOfType(RefundEvent.Settled.class)
                    .noneMatch(RefundEvent.Accepted.class::isInstance);
        }

        @Test
        void mayFollowAnotherAsLongAsSomethingIsLeft() {
            returned(part(order, 1_000), order);
            returned(part(order, 3_899), order);

            assertThat(order.status()).isEqualTo(OrderStatus.PARTIALLY_REFUNDED);
            assertThatThrownBy(() -> part(order, 2))
                    .hasFieldOrPropertyWithValue("code", "OVER_CAPTURED");
            assertThat(part(order, 1).isPartial()).isFalse();
        }

        @Test
        void isNeverMoreThanIsLeftAndChangesNothingThen() {
            returned(part(order, 1_000), order);

            assertThatThrownBy(() -> part(order, 3_901))
                    .hasFieldOrPropertyWithValue("code", "OVER_CAPTURED")
                    .extracting(refused -> ((Refusal) refused).extras().get("refundable"))
                    .isEqualTo(3_900L);

            assertThat(order.status()).isEqualTo(OrderStatus.PARTIALLY_REFUNDED);
            assertThat(order.payment().returning()).isNull();
        }

        @Test
        void waitsForTheOneBefore() {
            part(order, 1_000);

            assertThatThrownBy(() -> part(order, 1_000))
                    .hasFieldOrPropertyWithValue("code", "REFUND_IN_PROGRESS");
            assertThatThrownBy(() -> onDemand(order))
                    .hasFieldOrPropertyWithValue("code", "REFUND_IN_PROGRESS");
        }

        @Test
        void leavesTheOrderAsItWasWhereItCannotBeSent() {
            var refused = part(order, 1_000);
            refused.fail(order, "no such account");
            assertThat(order.status()).isEqualTo(OrderStatus.FULFILLED);

            returned(part(order, 1_000), order);
            var sentBack = part(order, 500);
            sentBack.sent("re_2");
            sentBack.fail(order, "The bank sent it back.");

            assertThat(order.status()).isEqualTo(OrderStatus.PARTIALLY_REFUNDED);
            assertThat(order.payment().refundable()).isEqualTo(new Money(3_900, "EUR"));
        }

        @Test
        void mayBeGivenAtAnyTimeAndOfAccessThatIsOver() {
            order.accessEnded();

            returned(
                    bySupport(order, 1_000L, false, NOW.plus(Order.REFUND_WINDOW).plusMillis(1)),
                    order);

            assertThat(order.status()).isEqualTo(OrderStatus.PARTIALLY_REFUNDED);
        }

        @Test
        void thatIsAllThatIsLeftFollowsTheRuleAndEndsAccess() {
            var late = NOW.plus(Order.REFUND_WINDOW).plusMillis(1);
            returned(part(order, 1_000), order);

            assertThatThrownBy(() -> bySupport(order, 3_900L, false, late))
                    .hasFieldOrPropertyWithValue("code", "REFUND_NOT_ELIGIBLE");
            var rest = settled(bySupport(order, 3_900L, true, late), order);
            order.accessEnded();

            assertThat(rest.isPartial()).isFalse();
            assertThat(order.status()).isEqualTo(OrderStatus.REFUNDED);
        }

        @Test
        void leavesTheRestToTheRule() {
            returned(part(order, 1_000), order);

            var rest = onDemand(order);
            assertThat(rest.money()).isEqualTo(new Money(3_900, "EUR"));
            rest.refuse(order, "CONSUMED");
            assertThat(order.status()).isEqualTo(OrderStatus.PARTIALLY_REFUNDED);

            settled(onDemand(order), order);
            assertThat(order.status()).isEqualTo(OrderStatus.REFUND_PENDING);
            order.accessEnded();
            assertThat(order.status()).isEqualTo(OrderStatus.REFUNDED);
            assertThatThrownBy(() -> part(order, 1))
                    .hasFieldOrPropertyWithValue("code", "ALREADY_REFUNDED");
        }

        @Test
        void isNotOfAnOrderThatGaveNothing() {
            var held = anOrder();
            held.paid(captured(new Money(4_800, "EUR")), NOW);

            assertThatThrownBy(() -> bySupport(held, 100L, true, NOW))
                    .hasFieldOrPropertyWithValue("code", "ORDER_CLOSED");
            assertThat(held.status()).isEqualTo(OrderStatus.UNDER_REVIEW);
            assertThatThrownBy(() -> part(aPaidOrder(), 100))
                    .hasFieldOrPropertyWithValue("code", "ORDER_IN_PROGRESS");
            assertThatThrownBy(() -> part(anOrder(), 100))
                    .hasFieldOrPropertyWithValue("code", "ORDER_CLOSED");
        }
    }

    @Test
    void thatCannotBeSentAndWasForNothingIsForAPerson() {
        var order = aPaidOrder();
        var refund = Objects.requireNonNull(Refund.unfulfilled(order, NOW));
        refund.accessSuspended();

        refund.fail(order, "no such account");

        assertThat(order.status()).isEqualTo(OrderStatus.UNDER_REVIEW);
    }
}
