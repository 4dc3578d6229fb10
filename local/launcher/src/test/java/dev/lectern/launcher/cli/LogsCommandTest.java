package dev.lectern.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.launcher.platform.Lectern;
import dev.lectern.launcher.platform.Platform;
import dev.lectern.launcher.platform.Up;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsCommandTest {

    private static final String LINE = "\\d\\d:\\d\\d:\\d\\d\\.\\d{3} [A-Z]+ +%s +\\S+  .+";

    @Test
    void showsTheLastLinesOfAService(@Up Platform platform) {
        var said = platform.run("logs", "course", "-n", "3");

        assertThat(said.out().lines())
                .hasSize(3)
                .allMatch(line -> line.matches(LINE.formatted("course")));
    }

    @Test
    void showsThoseOfAllServicesInTheOrderOfTime(@TempDir Path home) throws IOException {
        log(home, "course", line("12:00:00.100", "course", "first"), "and its second line");
        log(home, "user", line("12:00:00.200", "user", "third"));
        log(home, "course", line("12:00:00.300", "course", "fourth"));
        log(home, "build", "of another time");

        assertThat(Lectern.in(home).runHere("logs").out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).endsWith("INFO  course       Loops  first"),
                        line -> assertThat(line).isEqualTo("and its second line"),
                        line -> assertThat(line).endsWith("INFO  user         Loops  third"),
                        line -> assertThat(line).endsWith("INFO  course       Loops  fourth"));
    }

    private static String line(String time, String service, String message) {
        return """
        {"@timestamp":"2026-03-01T%sZ","log":{"level":"INFO","logger":"dev.lectern.Loops"},\
        "service":{"name":"%s"},"message":"%s"}\
        """
                .formatted(time, service, message);
    }

    private static void log(Path home, String name, String... lines) throws IOException {
        Path file = Files.createDirectories(home.resolve("logs")).resolve(name + ".log");
        Files.write(file, List.of(lines), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Test
    void followsWhatComes(@Up Platform platform) {
        try (var terminal = platform.lectern().open("logs", "auth", "-f", "-n", "1")) {
            terminal.awaits(" auth ");
        }
    }

    @Test
    void readsTheSameFromAServiceInAJvmOfItsOwn(@Up(isolated = true) Platform platform) {
        // An entry may end in a stack trace, which has more lines.
        assertThat(platform.run("logs", "course", "-n", "3").out().lines())
                .filteredOn(line -> line.matches(LINE.formatted("course")))
                .hasSize(3);
    }

    @Test
    void knowsTheLogsThereAre(@Up Platform platform) {
        var said = platform.run("logs", "corse");

        assertThat(said.err()).contains("there is no log 'corse'; did you mean 'course'?");
        assertThat(said.status()).isEqualTo(2);
    }
}
