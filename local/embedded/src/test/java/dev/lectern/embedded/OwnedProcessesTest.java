package dev.lectern.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnedProcessesTest {

    @TempDir Path directory;

    private Process sleeper;
    private Path record;

    @BeforeEach
    void startASleeper() throws IOException {
        sleeper = new ProcessBuilder("sleep", "120").start();
        record = Files.createDirectory(directory.resolve("redis")).resolve("owned-processes");
    }

    @AfterEach
    void endTheSleeper() {
        sleeper.destroyForcibly();
    }

    @Test
    void endsWhatADeadJvmLeft() throws Exception {
        Files.writeString(record, written("sleeper").toLine() + "\n");

        assertThat(OwnedProcesses.endLeftOversUnder(directory)).containsExactly("sleeper");
        assertThat(sleeper.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(OwnedProcesses.endLeftOversUnder(directory)).isEmpty();
    }

    @Test
    void sparesALaterProcessOfTheSameNumber() throws IOException {
        var earlier = new OwnedProcess("sleeper", sleeper.pid(), "an-earlier-boot/17", "TERM");
        Files.writeString(record, earlier.toLine() + "\n");

        assertThat(OwnedProcesses.endLeftOversUnder(directory)).isEmpty();
        assertThat(sleeper.isAlive()).isTrue();
    }

    @Test
    void sparesTheProcessesOfAHomeInUse() {
        OwnedProcesses owned = OwnedProcesses.start(directory.resolve("redis"), held -> held);
        owned.add("sleeper", sleeper.toHandle(), "TERM");

        assertThat(OwnedProcesses.endLeftOversUnder(directory)).isEmpty();
        assertThat(sleeper.isAlive()).isTrue();
        owned.close();
    }

    @Test
    void passesOverALineThatWasNeverFinished() throws IOException {
        Files.writeString(record, written("sleeper").toLine() + "\nredis 12");

        assertThat(OwnedProcesses.endLeftOversUnder(directory)).containsExactly("sleeper");
    }

    @Test
    void insistsWhenAProcessDoesNotListen() throws Exception {
        Process deaf =
                new ProcessBuilder(
                                "sh", "-c", "trap '' TERM; echo ready; while :; do sleep 1; done")
                        .start();
        deaf.inputReader().readLine();

        OwnedProcess.of("deaf", deaf.toHandle(), "TERM").end(Duration.ofMillis(200));

        assertThat(deaf.waitFor(5, TimeUnit.SECONDS)).isTrue();
    }

    private OwnedProcess written(String name) {
        return OwnedProcess.of(name, sleeper.toHandle(), "TERM");
    }
}
