package dev.lectern.user.profiles.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lectern.common.problem.Refusal;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {

    @Nested
    class Names {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Łukasz Żółć",
                    "ليلى حداد",
                    "Nguyễn Thị Minh Khai",
                    "O'Neill & Söhne",
                    "山田太郎",
                    "a"
                })
        void takesNamesFromEverywhere(String name) {
            assertThat(new DisplayName(name).value()).isEqualTo(name);
        }

        @Test
        void spellsANameInOneWay() {
            assertThat(new DisplayName("  Zoe\u0308 ").value()).isEqualTo("Zo\u00eb");
        }

        @Test
        void dropsUnseenMarksThatTurnTheDirectionOfWriting() {
            assertThat(new DisplayName("\u202aIda\u202c \u2067Berg\u2069").value())
                    .isEqualTo("Ida Berg");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "   ",
                    "\u202a",
                    "<b>Ida</b>",
                    "Ida<script>alert(1)</script>",
                    "Ida &lt;b&gt;",
                    "Ida &#60;",
                    "a > b",
                    "Ida\nBerg",
                    "Ida\tBerg",
                    "Ida\u0000",
                    "Ida\u0085Berg",
                    "Ida\u2028Berg",
                    "\ud800"
                })
        void refusesWhatIsNoName(String text) {
            assertRefused(() -> new DisplayName(text), "/displayName");
        }

        @Test
        void countsCharactersAsReadersDo() {
            assertThat(new DisplayName("𝒜".repeat(100)).value()).hasSize(200);
            assertRefused(() -> new DisplayName("a".repeat(101)), "/displayName");
        }
    }

    @Nested
    class Languages {

        @ParameterizedTest
        @CsvSource({
            "en, en",
            "PT-br, pt-BR",
            "zh-Hans-CN, zh-Hans-CN",
            "es-419, es-419",
            "de-DE-u-co-phonebk, de-DE"
        })
        void areKeptAsTheirTag(String given, String kept) {
            assertThat(new Language(given).value()).isEqualTo(kept);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "xx", "klingon", "en-XX", "en_US", "und", "*", "../en"})
        void areRefusedWhenUnknown(String tag) {
            assertRefused(() -> new Language(tag), "/locale");
        }
    }

    @Nested
    class Zones {

        @ParameterizedTest
        @ValueSource(strings = {"Europe/Warsaw", "UTC", "America/Argentina/Ushuaia"})
        void areKeptByTheirName(String zone) {
            assertThat(new HomeZone(zone).value()).isEqualTo(zone);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "Europe/Atlantis", "+02:00", "europe/warsaw", "Z"})
        void areRefusedWhenUnknown(String zone) {
            assertRefused(() -> new HomeZone(zone), "/timeZone");
        }
    }

    @Test
    void changesWhatIsGivenAndLeavesTheRest() {
        var profile = aProfile();

        profile.change(new DisplayName("Ida Stein"), null, null);

        assertThat(profile.displayName()).isEqualTo(new DisplayName("Ida Stein"));
        assertThat(profile.language()).isEqualTo(new Language("de"));
        assertThat(profile.zone()).isEqualTo(new HomeZone("Europe/Berlin"));
    }

    private static Profile aProfile() {
        return Profile.ofNewcomer(
                new UserId(UUID.randomUUID()),
                "ida@example.org",
                new DisplayName("Ida Berg"),
                new Language("de"),
                new HomeZone("Europe/Berlin"),
                Instant.parse("2026-03-01T10:00:00Z"));
    }

    private static void assertRefused(Runnable attempt, String pointer) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(attempt::run)
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo("INVALID_VALUE");
                    assertThat(refusal.faults())
                            .extracting(Refusal.Fault::pointer)
                            .containsExactly(pointer);
                });
    }
}
