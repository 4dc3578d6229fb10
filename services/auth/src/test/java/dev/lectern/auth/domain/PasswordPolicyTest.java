package dev.lectern.auth.domain;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.common.problem.Refusal;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private static final EmailAddress INES = new EmailAddress("ines@lectern.example");

    private final PasswordPolicy policy =
            new PasswordPolicy(password -> password.value().equals("sunshine"));

    @ParameterizedTest
    @ValueSource(strings = {"seven blue bicycles", "12 §§ äöü", "ÄÖÜäöü文字"})
    void asksForNoKindOfCharacter(String text) {
        assertThatCode(() -> policy.check(new RawPassword(text), INES)).doesNotThrowAnyException();
    }

    @Test
    void takesAPassphraseOf128Characters() {
        assertThatCode(() -> policy.check(new RawPassword("word ".repeat(25) + "end")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567", "short", "my Ines 2025", "lectern-rocks"})
    void refusesWhatIsShortOrAboutItsOwner(String text) {
        refuses(text, "PASSWORD_WEAK");
    }

    @Test
    void refusesWhatOnlyCostsTimeToHash() {
        refuses("a b".repeat(50), "PASSWORD_WEAK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"seven\0 blue bicycles", "seven\t bicycles", "seven \ud800 bicycles"})
    void refusesWhatNobodyCanTypeAgain(String text) {
        refuses(text, "PASSWORD_WEAK");
    }

    @Test
    void refusesWhatAttackersKnow() {
        refuses("sunshine", "PASSWORD_LEAKED");
    }

    @Test
    void neverShowsAPasswordInALog() {
        Assertions.assertThat(new RawPassword("seven blue bicycles").toString())
                .doesNotContain("bicycles");
    }

    private void refuses(String text, String code) {
        assertThatThrownBy(() -> policy.check(new RawPassword(text), INES))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> Assertions.assertThat(refusal.code()).isEqualTo(code));
    }
}
