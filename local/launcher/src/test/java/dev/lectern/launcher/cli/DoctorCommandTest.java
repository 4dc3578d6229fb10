package dev.lectern.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.launcher.platform.Platform;
import dev.lectern.launcher.platform.Up;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {

    @Test
    void findsNothingWrongWhereAPlatformRuns(@Up Platform platform) {
        var said = platform.run("doctor");

        assertThat(said.out())
                .contains("ok  JDK " + Runtime.version())
                .contains("ok  enough room on the disk of " + platform.lectern().home().directory())
                .contains("ok  no Stripe keys here, a stand-in will take payments")
                .contains("ok  Lectern is up; its ports are not looked at")
                .endsWith("Nothing is wrong.\n")
                .doesNotContain("  no  ");
        assertThat(said.status()).isZero();
    }
}
