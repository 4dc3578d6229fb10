package dev.lectern.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.launcher.checkout.Deployable;
import dev.lectern.launcher.platform.Lectern;
import dev.lectern.launcher.platform.Platform;
import dev.lectern.launcher.platform.Up;
import org.junit.jupiter.api.Test;

class StatusCommandTest {

    @Test
    void saysOfEveryServiceWhetherItIsReady(@Up Platform platform) {
        var said = platform.run("status");

        assertThat(said.out())
                .startsWith("Lectern is up as process ")
                .contains(platform.ports().frontDoor().toString())
                .contains("payment page  " + platform.ports().paymentPage());
        for (Deployable one : Lectern.checkout().deployables()) {
            assertThat(said.out())
                    .contains(
                            "  %-13s %d  ready%n".formatted(one.name(), platform.ports().of(one)));
        }
        assertThat(said.status()).isZero();
    }

    @Test
    void saysWhichHaveAJvmOfTheirOwn(@Up(isolated = true) Platform platform) {
        assertThat(platform.run("status").out())
                .containsPattern("course +\\d+ +ready, in a JVM of its own");
    }
}
