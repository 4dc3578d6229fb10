package dev.lectern.payment.selling.domain;

import static dev.lectern.payment.selling.domain.OrderFixtures.NOW;
import static dev.lectern.payment.selling.domain.OrderFixtures.PRICE;
import static dev.lectern.payment.selling.domain.OrderFixtures.captured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.payment.pricing.domain.Money;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaymentTest {

    private final Payment payment = Payment.of(captured(PRICE), NOW);

    @Test
    void canGoBackInPartsUntilAllOfItIsBack() {
        var first = payment.giveBack(1_000L);
        assertThat(first.returnsAPart()).isTrue();
        assertThat(first.onItsWay()).isEqualTo(new Money(1_000, "EUR"));

        var rest = first.returned().giveBack(3_900L);
        assertThat(rest.returnsAPart()).isFalse();
        assertThat(rest.isBack()).isFalse();
        assertThat(rest.returned().isBack()).isTrue();
    }

    @Test
    void isWholeAgainWhereNothingCouldBeSent() {
        assertThat(payment.giveBack(1_000L).kept()).isEqualTo(payment);
    }

    @Test
    void sendsOneRefundAtATime() {
        var sending = payment.giveBack(1_000L);

        assertThatThrownBy(() -> sending.giveBack(1_000L))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void neverSendsMoreThanCameWhateverIsAsked() {
        var random = new Random(9);
        for (int i = 0; i < 1_000; i++) {
            var left = payment;
            long back = 0;
            for (int j = 0; j < 20; j++) {
                long wanted = random.nextLong(1, 2_000);
                if (wanted > left.refundable().amount()) {
                    var now = left;
                    assertThatThrownBy(() -> now.giveBack(wanted))
                            .hasFieldOrPropertyWithValue("code", "OVER_CAPTURED");
                } else {
                    back += wanted;
                    left = left.giveBack(wanted).returned();
                }
            }
            assertThat(back).isEqualTo(left.refunded()).isLessThanOrEqualTo(PRICE.amount());
        }
    }
}
