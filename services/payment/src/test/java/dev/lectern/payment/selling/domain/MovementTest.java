package dev.lectern.payment.selling.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.payment.pricing.domain.Money;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MovementTest {

    private static long sum(List<Movement> movements) {
        return movements.stream()
                .flatMap(movement -> movement.lines().stream())
                .mapToLong(line -> line.debit() - line.credit())
                .sum();
    }

    private static long sumOf(Account account, Movement movement) {
        return movement.lines().stream()
                .filter(line -> line.account() == account)
                .mapToLong(line -> line.debit() - line.credit())
                .sum();
    }

    @Test
    void givesEverybodyTheirPart() {
        var order = OrderFixtures.aPaidOrder();
        var parts = new EnumMap<Account, Long>(Account.class);
        Movement.captured(order)
                .lines()
                .forEach(line -> parts.put(line.account(), line.debit() - line.credit()));

        assertThat(parts)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                Account.PROVIDER_CLEARING, 4_900L,
                                Account.TAX_PAYABLE, -783L,
                                Account.AUTHORS_PAYABLE, -2_881L,
                                Account.PLATFORM_REVENUE, -1_236L));
    }

    @Test
    void balancesWhateverThePriceAndTheTerms() {
        var random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            var terms = new Terms("VAT", "DE", random.nextInt(10_001), random.nextInt(101));
            var order =
                    OrderFixtures.aFulfilledOrder(
                            new Money(random.nextLong(1, 30_000_000), "EUR"), terms);
            var refund = Refund.onDemand(order, RefundReason.OTHER, null, OrderFixtures.NOW);

            var capture = Movement.captured(order);
            var back = Movement.refunded(refund, order, new Money(0, "EUR"));

            assertThat(sum(List.of(capture))).isZero();
            assertThat(sum(List.of(back))).isZero();
            assertThat(capture.lines()).allMatch(line -> line.debit() >= 0 && line.credit() >= 0);
            assertThat(sumOf(Account.PROVIDER_CLEARING, back))
                    .isEqualTo(-sumOf(Account.PROVIDER_CLEARING, capture));
            assertThat(sumOf(Account.AUTHORS_PAYABLE, back))
                    .isEqualTo(-sumOf(Account.AUTHORS_PAYABLE, capture));
        }
    }

    @Test
    void ofPartsGivesEachAccountBackWhatItGotHoweverTheyAreRounded() {
        var random = new Random(8);
        for (int i = 0; i < 3_000; i++) {
            var terms = new Terms("VAT", "DE", random.nextInt(10_001), random.nextInt(101));
            var price = new Money(random.nextLong(1, 5_000), "EUR");
            var order = OrderFixtures.aFulfilledOrder(price, terms);
            var back = new ArrayList<Movement>();
            for (int part = 0; part < 4; part++) {
                var left = order.payment().refundable().amount();
                if (left > 1) {
                    back.add(settled(order, random.nextLong(1, left)));
                }
            }
            back.add(settled(order, order.payment().refundable().amount()));

            assertThat(back)
                    .allSatisfy(movement -> {
                        assertThat(sum(List.of(movement))).isZero();
                        assertThat(movement.lines())
                                .allMatch(line -> line.debit() >= 0 && line.credit() >= 0);
                    });
            var capture = Movement.captured(order);
            for (var line : capture.lines()) {
                assertThat(back.stream().mapToLong(m -> sumOf(line.account(), m)).sum())
                        .isEqualTo(-sumOf(line.account(), capture));
            }
        }
    }

    /// A part goes back, or all that is left.
    private static Movement settled(Order order, long amount) {
        var refund =
                Refund.bySupport(
                        order,
                        amount,
                        RefundReason.OTHER,
                        "As agreed.",
                        true,
                        UUID.randomUUID(),
                        OrderFixtures.NOW);
        var before = order.payment().back();
        refund.accessSuspended();
        refund.sent("re_1");
        refund.settle(order, OrderFixtures.NOW);
        return Movement.refunded(refund, order, before);
    }

    @Test
    void ofMoneyThatDoesNotFitIsNobodysIncome() {
        var order = OrderFixtures.anOrder();

        var movement = Movement.unapplied(order, new Money(1, "USD"));

        assertThat(movement.lines())
                .extracting(Movement.Line::account)
                .containsExactly(Account.PROVIDER_CLEARING, Account.UNAPPLIED);
        assertThat(sum(List.of(movement))).isZero();
    }
}
