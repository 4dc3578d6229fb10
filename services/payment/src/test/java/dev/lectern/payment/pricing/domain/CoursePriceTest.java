package dev.lectern.payment.pricing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoursePriceTest {

    private static final int SHARE_PERCENT = 70;
    private static final int TAX_BASIS_POINTS = 1_900;

    private final UUID course = UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(longs = {0, 50, 4_900, 1_000_000})
    void isNothingOrWorthTaking(long amount) {
        assertThat(CoursePrice.of(course, euros(amount)).price().amount()).isEqualTo(amount);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1, 49, 1_000_001, Long.MAX_VALUE})
    void isNothingInBetweenOrBeyond(long amount) {
        assertThatThrownBy(() -> CoursePrice.of(course, euros(amount)))
                .hasFieldOrPropertyWithValue("code", "PRICE_OUT_OF_RANGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eur", "XXX", "EURO", ""})
    void isInACurrencyPeopleCanPayIn(String currency) {
        assertThatThrownBy(() -> CoursePrice.of(course, new Money(100, currency)))
                .hasFieldOrPropertyWithValue("code", "CURRENCY_UNKNOWN");
    }

    @Test
    void staysWhatItIsWhenTheNextOneIsRefused() {
        var price = CoursePrice.of(course, euros(4_900));

        assertThatThrownBy(() -> price.set(euros(1)))
                .hasFieldOrPropertyWithValue("code", "PRICE_OUT_OF_RANGE");

        assertThat(price.price()).isEqualTo(euros(4_900));
        assertThat(price.revision()).isEqualTo(1);
    }

    @Test
    void changesOnlyByAnotherPrice() {
        var price = CoursePrice.of(course, euros(4_900));

        price.set(euros(4_900));
        assertThat(price.revision()).isEqualTo(1);

        price.set(euros(2_900));
        assertThat(price.revision()).isEqualTo(2);
    }

    /// 49.00 with 19 % inside is 41.17 without; 70 % of it is 28.81.
    @ParameterizedTest
    @CsvSource({"4900, 2881", "0, 0", "50, 29", "1000000, 588235"})
    void leavesItsAuthorAShareOfWhatIsLeftWithoutTheTax(long amount, long net) {
        var price = CoursePrice.of(course, euros(amount));

        assertThat(price.net(SHARE_PERCENT, TAX_BASIS_POINTS)).isEqualTo(euros(net));
    }

    private static Money euros(long amount) {
        return new Money(amount, "EUR");
    }
}
