package dev.lectern.user.applications.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lectern.common.problem.Refusal;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstructorApplicationTest {

    private static final UUID ADMIN = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void waitsUntilStaffDecide() {
        var application = anApplication();

        assertThat(application.status()).isEqualTo(ApplicationStatus.PENDING);
        assertThat(application.headline()).isEqualTo("Waves, gently");
        assertThat(application.biography()).isEqualTo("I taught physics for ten years.");
        assertThat(application.sampleUrl()).isEqualTo(new SampleUrl("https://example.org/talk"));
        assertThat(application.submittedAt()).isEqualTo(NOW);
        assertThat(application.decidedAt()).isNull();
    }

    @Test
    void saysWhoApprovedItWhenAndWhy() {
        var application = anApplication();

        application.approve(ADMIN, "Welcome", NOW.plusSeconds(60));

        assertThat(application.status()).isEqualTo(ApplicationStatus.APPROVED);
        assertThat(application.decidedBy()).isEqualTo(ADMIN);
        assertThat(application.decidedAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(application.note()).isEqualTo("Welcome");
    }

    @Test
    void isDecidedOnce() {
        var approved = anApplication();
        approved.approve(ADMIN, null, NOW);
        var rejected = anApplication();
        rejected.reject(ADMIN, null, NOW);

        assertAlreadyDecided(() -> approved.approve(ADMIN, null, NOW));
        assertAlreadyDecided(() -> approved.reject(ADMIN, null, NOW));
        assertAlreadyDecided(() -> rejected.approve(ADMIN, null, NOW));
        assertThat(approved.status()).isEqualTo(ApplicationStatus.APPROVED);
        assertThat(rejected.status()).isEqualTo(ApplicationStatus.REJECTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/talk?id=1#start",
                "HTTP://example.org",
                "http://127.0.0.1:8080/x"
            })
    void takesWebAddressesAsSamples(String url) {
        assertThat(new SampleUrl(url).value()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org",
                "/talk",
                "ftp://example.org/talk",
                "javascript:alert(1)",
                "data:text/html,hello",
                "https://",
                "https:example.org",
                "https://example.org@evil.example/",
                "https://example.org/a b",
                " https://example.org"
            })
    void refusesOtherAddressesAsSamples(String url) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new SampleUrl(url))
                .satisfies(refusal ->
                        assertThat(refusal.faults())
                                .extracting(Refusal.Fault::pointer)
                                .containsExactly("/sampleUrl"));
    }

    private static void assertAlreadyDecided(ThrowingCallable attempt) {
        assertThatExceptionOfType(ApplicationRefused.class)
                .isThrownBy(attempt)
                .extracting(Refusal::code)
                .isEqualTo("ALREADY_DECIDED");
    }

    private static InstructorApplication anApplication() {
        return InstructorApplication.by(
                UUID.randomUUID(),
                "Waves, gently",
                "I taught physics for ten years.",
                new SampleUrl("https://example.org/talk"),
                NOW);
    }
}
