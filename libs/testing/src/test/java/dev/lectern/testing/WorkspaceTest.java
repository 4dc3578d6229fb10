package dev.lectern.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {

    @TempDir Path runs;

    @Test
    void deletesWhatAKilledRunLeft() throws Exception {
        Process killed = new ProcessBuilder("true").start();
        killed.waitFor();
        Path left = leave("run-" + killed.pid());

        Workspace.open(runs);

        assertThat(left).doesNotExist();
    }

    @Test
    void sparesARunThatIsStillGoingOn() throws Exception {
        Process running = new ProcessBuilder("sleep", "60").start();
        Path files = leave("run-" + running.pid());

        Workspace.open(runs);

        assertThat(files).exists();
        running.destroyForcibly();
    }

    private Path leave(String run) throws IOException {
        return Files.createDirectories(runs.resolve(run).resolve("postgres"));
    }
}
