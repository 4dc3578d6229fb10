package dev.lectern.launcher.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.launcher.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir Path directory;

    @Test
    void refusesADiskWithTooLittleRoom() {
        var home = new Home(directory);

        assertThatThrownBy(() -> home.requireRoom(Long.MAX_VALUE))
                .isInstanceOf(Failure.class)
                .hasMessageMatching(
                        "only \\d+ MB are free on the disk of .+ and Lectern needs \\d+ MB;"
                                + " make room, or name another place with LECTERN_HOME");
    }

    @Test
    void knowsTheLauncherThatWroteItsState() {
        var state = new Home(directory).state();

        state.write(new RunState(pid(), true, new PortPlan(0), List.of(), List.of(), true));

        assertThat(state.launcher()).contains(ProcessHandle.current());
    }

    @Test
    void takesNoLaterProcessForTheLauncherThatWasKilled() throws IOException {
        var state = new Home(directory).state();
        state.write(new RunState(pid(), true, new PortPlan(0), List.of(), List.of(), true));

        Files.setLastModifiedTime(state.path(), FileTime.from(Instant.now().minusSeconds(86_400)));

        assertThat(state.launcher()).isEmpty();
    }

    private static long pid() {
        return ProcessHandle.current().pid();
    }
}
