package dev.lectern.payment.coupons.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lectern.common.problem.Refusal;
import dev.lectern.payment.pricing.domain.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CouponTest {

    private static final Instant NOW = Instant.parse("2026-10-02T09:15:00Z");
    private static final Money PRICE = new Money(4_900, "EUR");
    private static final CouponTerms ANY = new CouponTerms(null, null, null, null);

    private final UUID course = UUID.randomUUID();

    @ParameterizedTest
    @CsvSource({
        "50, 4900, 2450",
        "33, 4900, 1617",
        "1, 4900, 49",
        "100, 4900, 4900",
        // What is left could not be charged, and is let off.
        "99, 4900, 4900",
        "98, 4900, 4802"
    })
    void takesItsPartOff(int percent, long price, long off) {
        assertThat(percent(percent, ANY).off(course, eur(price), 0, NOW)).isEqualTo(eur(off));
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 4900, 1000",
        "4900, 4900, 4900",
        "9900, 4900, 4900",
        "4851, 4900, 4900",
        "4850, 4900, 4850"
    })
    void takesItsAmountOffAndNeverMoreThanThereIs(long amount, long price, long off) {
        var coupon = issue(new Rebate(null, eur(amount)), ANY);

        assertThat(coupon.off(course, eur(price), 0, NOW)).isEqualTo(eur(off));
    }

    @Test
    void isForItsCourseAndItsCurrency() {
        assertThat(reason(() -> percent(50, ANY).off(UUID.randomUUID(), PRICE, 0, NOW)))
                .isEqualTo("NOT_FOR_COURSE");
        var dollars = issue(new Rebate(null, new Money(100, "USD")), ANY);
        assertThat(reason(() -> dollars.off(course, PRICE, 0, NOW))).isEqualTo("NOT_FOR_COURSE");
    }

    @Test
    void holdsFromItsStartUntilItsEnd() {
        var coupon = percent(50, new CouponTerms(null, null, NOW, NOW.plusSeconds(60)));

        assertThat(reason(() -> coupon.off(course, PRICE, 0, NOW.minusNanos(1))))
                .isEqualTo("EXPIRED");
        assertThat(coupon.off(course, PRICE, 0, NOW)).isEqualTo(eur(2_450));
        assertThat(coupon.off(course, PRICE, 0, NOW.plusSeconds(60).minusNanos(1)))
                .isEqualTo(eur(2_450));
        assertThat(reason(() -> coupon.off(course, PRICE, 0, NOW.plusSeconds(60))))
                .isEqualTo("EXPIRED");
    }

    @Test
    void isUsedNoMoreOftenThanItMayBe() {
        var coupon = percent(50, new CouponTerms(2, null, null, null));

        coupon.use();
        assertThat(coupon.off(course, PRICE, 0, NOW)).isEqualTo(eur(2_450));
        coupon.use();
        assertThat(reason(() -> coupon.off(course, PRICE, 0, NOW))).isEqualTo("USED_UP");
        assertThat(coupon.hasUsesLeft()).isFalse();

        coupon.giveBack();
        assertThat(coupon.off(course, PRICE, 0, NOW)).isEqualTo(eur(2_450));
    }

    @Test
    void isUsedNoMoreOftenByOneLearnerThanItMayBe() {
        var coupon = percent(50, new CouponTerms(null, 1, null, null));

        assertThat(coupon.off(course, PRICE, 0, NOW)).isEqualTo(eur(2_450));
        assertThat(reason(() -> coupon.off(course, PRICE, 1, NOW))).isEqualTo("USED_UP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"launch50", " LAUNCH50 ", "Launch50"})
    void isKnownHoweverItIsTyped(String typed) {
        assertThat(CouponCode.typed(typed)).contains(new CouponCode("LAUNCH50"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AB", "A B", "-AB", "AB-", "ÄBC", "A\u0000B", "ſſſ"})
    void hasACodeThatCanBeTyped(String code) {
        assertThat(CouponCode.typed(code)).isEmpty();
        assertThatThrownBy(() -> new CouponCode(code)).isInstanceOf(Refusal.class);
    }

    @Test
    void takesEitherAPartOrAnAmountOff() {
        refused(null, null);
        refused(50, eur(100));
        refused(0, null);
        refused(101, null);
        refused(null, eur(0));
        refused(null, new Money(100, "XXX"));
        assertThatThrownBy(() -> new CouponTerms(null, null, NOW, NOW)).isInstanceOf(Refusal.class);
    }

    private static void refused(@Nullable Integer percent, @Nullable Money amount) {
        assertThatThrownBy(() -> new Rebate(percent, amount))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("code", "INVALID_VALUE");
    }

    private Coupon percent(int percent, CouponTerms terms) {
        return issue(new Rebate(percent, null), terms);
    }

    private Coupon issue(Rebate rebate, CouponTerms terms) {
        return Coupon.issue(new CouponCode("LAUNCH50"), course, rebate, terms);
    }

    private static Money eur(long amount) {
        return new Money(amount, "EUR");
    }

    private static String reason(Runnable refused) {
        return catchThrowableOfType(CouponRefused.class, refused::run).reason();
    }
}
