package dev.lectern.auth.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.common.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @Test
    void isTheSameInAnySpelling() {
        assertThat(new EmailAddress(" Leo@LECTERN.example "))
                .isEqualTo(new EmailAddress("leo@lectern.example"));
        assertThat(new EmailAddress("jose\u0301@lectern.example"))
                .isEqualTo(new EmailAddress("jos\u00e9@lectern.example"));
        assertThat(new EmailAddress("leo@xn--mnchen-3ya.Example"))
                .isEqualTo(new EmailAddress("leo@m\u00fcnchen.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "leo@lectern.example",
                "leo.d'arc+courses@sub.lectern.example",
                "leo@localhost",
                "josé@münchen.example",
                "leo@straße.example", // another host than strasse.example
                "leo@xn--i-7iq.example" // not of letters, so it stays as it is
            })
    void mayBeAnythingMailCanReach(String text) {
        assertThat(new EmailAddress(text).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "leo",
                "@lectern.example",
                "leo@",
                "leo@@lectern.example",
                "leo lectern@lectern.example",
                "leo@lectern.example\r\nBcc: all@lectern.example",
                "leo@lectern..example",
                "leo\0@lectern.example",
                "leo\u009d@lectern.example",
                "leo\u2028@lectern.example",
                "le\u202eo@lectern.example",
                "leo\ud800@lectern.example",
                "leo@lectern\udc00.example",
                "Leo <leo@lectern.example>",
                "leo@lectern.example, mia@lectern.example"
            })
    void isRefusedWhereMailWouldGoElsewhere(String text) {
        assertThatThrownBy(() -> new EmailAddress(text)).isInstanceOf(Refusal.class);
        assertThat(EmailAddress.typed(text)).isEmpty();
    }

    @Test
    void isRefusedWhenItIsTooLong() {
        assertThatThrownBy(() -> new EmailAddress("leo@" + "a".repeat(260)))
                .isInstanceOf(Refusal.class);
    }
}
