package dev.lectern.auth.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeCodesTest {

    private static final String SECRET =
            Base32.builder()
                    .get()
                    .encodeToString("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /// The last six of the eight digits of the RFC's appendix B.
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void agreeWithTheRfc(long second, String code) {
        assertThat(at(second).stepOf(SECRET, code)).hasValue(second / 30);
    }

    @Test
    void areGoodHalfAMinuteBeforeAndAfterAndNoLonger() {
        var code = "005924";
        var step = 1234567890L / 30;

        assertThat(at(1234567890L + 30).stepOf(SECRET, code)).hasValue(step);
        assertThat(at(1234567890L - 30).stepOf(SECRET, code)).hasValue(step);
        assertThat(at(1234567890L + 60).stepOf(SECRET, code)).isEmpty();
        assertThat(at(1234567890L - 60).stepOf(SECRET, code)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"''", "5924", "0005924", "00592a", "-05924", "'005 924'"})
    void areSixDigits(String text) {
        assertThat(at(1234567890L).stepOf(SECRET, text)).isEmpty();
    }

    @Test
    void comeFromASecretOf160BitsThatNobodyHadBefore() {
        var secret = at(0).newSecret();

        assertThat(secret).matches("[A-Z2-7]{32}").isNotEqualTo(at(0).newSecret());
    }

    private static TimeCodes at(long second) {
        return new TimeCodes(Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC));
    }
}
