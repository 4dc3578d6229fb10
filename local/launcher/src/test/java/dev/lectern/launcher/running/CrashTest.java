package dev.lectern.launcher.running;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.launcher.platform.FreePorts;
import dev.lectern.launcher.platform.Lectern;
import dev.lectern.launcher.platform.Terminal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A launcher that is killed leaves everything it started running; the next command ends that, and
/// no data are lost.
class CrashTest {

    @TempDir Path home;

    private Lectern lectern;
    private PortPlan ports;

    @BeforeEach
    void chooseAPlace() {
        lectern = Lectern.in(home);
        ports = FreePorts.plan();
    }

    @Test
    void theNextUpEndsWhatWasLeftAndFindsTheData() {
        try (var killed = up("--isolated")) {
            killed.awaits("Lectern is up");
            assertThat(appointAda()).contains("ada@example.com is admin now.", "Password");
            killed.crash();
        }
        assertThat(lectern.processes()).anyMatch(command -> command.contains("postgres"));
        assertThat(lectern.runHere("status").out()).startsWith("Lectern is not up");

        try (var next = up()) {
            next.awaits("Lectern is up");

            assertThat(next.screen())
                    .contains("ended a left-over auth")
                    .contains("ended a left-over postgres")
                    .contains("ended a left-over redis");
            assertThat(appointAda())
                    .contains("ada@example.com is admin now.")
                    .doesNotContain("Password");
            next.crash();
        }

        var down = lectern.run("down");

        assertThat(down.out())
                .startsWith("Ended what an earlier run left behind: ")
                .contains("postgres", "redis");
        assertThat(down.status()).isZero();
        assertThat(lectern.processes()).isEmpty();
        assertThat(ports.taken(Lectern.checkout().deployables())).isEmpty();
    }

    /// Whoever has no account yet gets one, and with it a password.
    private String appointAda() {
        return lectern.runHere("admin", "create", "--role=admin", "--email=ada@example.com").out();
    }

    private Terminal up(String... options) {
        var command = new ArrayList<>(List.of("up", "--no-build", "--only=auth"));
        command.add("--port-offset=" + ports.offset());
        command.addAll(List.of(options));
        return lectern.open(command.toArray(String[]::new));
    }
}
