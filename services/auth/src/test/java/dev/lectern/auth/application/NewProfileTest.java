package dev.lectern.auth.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.common.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewProfileTest {

    @ParameterizedTest
    @ValueSource(strings = {"Leo", "Renée d'Arc-Müller", "李小龍", "O'Brien & Sons", "عمر"})
    void takesNamesAsPeopleWriteThem(String name) {
        assertThat(new NewProfile(name, "en", "UTC").displayName()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "<b>Leo</b>", "Leo\nLeo", "Leo\u0000", "&lt;Leo&gt;", "\u202e"})
    void refusesWhatUserWouldRefuse(String name) {
        assertThatThrownBy(() -> new NewProfile(name, "en", "UTC")).isInstanceOf(Refusal.class);
    }

    @Test
    void refusesANameThatIsTooLong() {
        assertThatThrownBy(() -> new NewProfile("x".repeat(101), "en", "UTC"))
                .isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "pt-BR", "es-419", "zh-Hans"})
    void takesEveryLanguage(String locale) {
        assertThat(new NewProfile("Leo", locale, "UTC").locale()).isEqualTo(locale);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "xx", "english", "en-ZZ", "de_DE"})
    void refusesWhatIsNone(String locale) {
        assertThatThrownBy(() -> new NewProfile("Leo", locale, "UTC")).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Mars/Olympus", "europe/berlin", "+25:00"})
    void refusesAZoneNobodyLivesIn(String zone) {
        assertThatThrownBy(() -> new NewProfile("Leo", "en", zone)).isInstanceOf(Refusal.class);
    }
}
