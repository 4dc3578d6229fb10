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

import dev.lectern.payment.pricing.domain.Money;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
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
        assertThat(Movement.refunded(refund, order).lines())
                .extracting(Movement.Line::account, Movement.Line::debit, Movement.Line::credit)
                .containsExactly(
                        tuple(Account.PROVIDER_CLEARING, 0L, 4_800L),
                        tuple(Account.UNAPPLIED, 4_800L, 0L));
    }

    private static Refund bySupport(Order order, boolean overriding, Instant now) {
        return Refund.bySupport(
                order, RefundReason.OTHER, "As agreed.", overriding, UUID.randomUUID(), now);
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
