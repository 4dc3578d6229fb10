package dev.lectern.auth.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.auth.domain.RawPassword;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownPasswordsTest {

    private final KnownPasswords known = new KnownPasswords();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password", "PASSWORD", "Password123!", "p@ssw0rd", "P4ssw0rd2025", "12345678",
                "qwertyuiop", "1qaz2wsx", "iloveyou!!", "Summer2025", "letmein99", "aaaaaaaaaaaa",
                "M0nk3y12"
            })
    void knowWhatIsTriedFirst(String text) {
        assertThat(known.contains(new RawPassword(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seven blue bicycles",
                "Xk29-mQ7v-Ty1b",
                "my password is long",
                "ünüsüal wörds"
            })
    void knowNothingOfOthers(String text) {
        assertThat(known.contains(new RawPassword(text))).isFalse();
    }
}
