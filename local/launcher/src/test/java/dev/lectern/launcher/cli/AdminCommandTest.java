package dev.lectern.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.launcher.platform.Platform;
import dev.lectern.launcher.platform.Said;
import dev.lectern.launcher.platform.Up;
import org.junit.jupiter.api.Test;

class AdminCommandTest {

    @Test
    void makesAnAccountWithAPasswordThatIsShownOnce(@Up Platform platform) {
        var first = appoint(platform, "moderator", "mia@example.com");

        assertThat(first.out())
                .startsWith("mia@example.com is moderator now.\n")
                .containsPattern("Password, shown this once: \\S{12,}\n");
        assertThat(first.status()).isZero();
    }

    @Test
    void appointsWhoHasAnAccountAlready(@Up Platform platform) {
        appoint(platform, "moderator", "max@example.com");

        assertThat(appoint(platform, "support", "max@example.com").out())
                .isEqualTo("max@example.com is support now.\n");
    }

    @Test
    void saysWhatIsWrongWithAnAddress(@Up Platform platform) {
        var said = appoint(platform, "admin", "nobody");

        assertThat(said.err()).startsWith("lectern: auth refuses: ").hasLineCount(1);
        assertThat(said.status()).isEqualTo(1);
    }

    private static Said appoint(Platform platform, String role, String email) {
        return platform.run("admin", "create", "--role", role, "--email", email);
    }
}
