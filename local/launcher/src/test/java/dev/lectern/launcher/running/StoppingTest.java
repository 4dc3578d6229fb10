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

/// However a platform is stopped, and however far it has come: nothing of it stays.
class StoppingTest {

    @TempDir static Path home;

    private Lectern lectern;
    private PortPlan ports;

    @BeforeEach
    void chooseAPlace() {
        lectern = Lectern.in(home);
        ports = FreePorts.plan();
    }

    @Test
    void ctrlCStopsEverything() {
        try (var terminal = up("--only=user")) {
            terminal.awaits("Lectern is up").pressCtrlC();
            terminal.awaitEnd();

            assertThat(terminal.screen()).endsWith("stopping everything\n");
            nothingIsLeft();
        }
    }

    @Test
    void downStopsItFromAnotherTerminal() {
        try (var terminal = up("--only=user", "--isolated")) {
            terminal.awaits("Lectern is up");

            assertThat(lectern.run("down").out()).isEqualTo("Lectern is down.\n");
            terminal.awaitEnd();
            assertThat(terminal.screen()).endsWith("stopping everything\n");
            nothingIsLeft();
        }
    }

    @Test
    void downStopsWhatIsJustStartingUp() {
        try (var terminal = up("--only=user")) {
            terminal.awaits("starting Postgres");

            assertThat(lectern.run("down").out()).isEqualTo("Lectern is down.\n");
            terminal.awaitEnd();
            assertThat(terminal.screen()).doesNotContain("lectern:", "Exception");
            nothingIsLeft();
        }
    }

    @Test
    void downStopsServicesThatAreJustStarting() {
        try (var terminal = up("--only=user,auth,gateway", "--isolated=user,auth")) {
            terminal.awaits("starting the services");

            assertThat(lectern.run("down").out()).isEqualTo("Lectern is down.\n");
            terminal.awaitEnd();
            assertThat(terminal.screen()).doesNotContain("lectern:", "Exception");
            nothingIsLeft();
        }
    }

    private Terminal up(String... options) {
        var command = new ArrayList<>(List.of("up", "--no-build"));
        command.add("--port-offset=" + ports.offset());
        command.addAll(List.of(options));
        return lectern.open(command.toArray(String[]::new));
    }

    private void nothingIsLeft() {
        assertThat(lectern.processes()).isEmpty();
        assertThat(ports.taken(Lectern.checkout().deployables())).isEmpty();
        assertThat(lectern.home().isInUse()).isFalse();
    }
}
