package dev.lectern.media.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.media.integration.Commands.CommandFailed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class CommandsTest {

    private static final Duration LONG = Duration.ofMinutes(10);

    @TempDir Path directory;

    private final Commands commands = new Commands();

    @Test
    void returnsWhatAProgramSays() {
        assertThat(run(LONG, "echo hello")).isEqualTo("hello\n");
    }

    @Test
    void tellsTheLastWordsOfAFailure() {
        assertThatThrownBy(() -> run(LONG, "echo no >&2; exit 3"))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("3: no");
    }

    @Test
    void endsWhatTakesTooLong() {
        assertThatThrownBy(() -> run(Duration.ofMillis(200), "exec sleep 600"))
                .isInstanceOf(CommandFailed.class);
    }

    @Test
    void keepsOnlyTheBeginningOfMuchOutput() {
        assertThat(run(LONG, "head -c 10000000 /dev/zero")).hasSize(64 * 1024);
    }

    @Test
    void letsNothingOutliveTheService() {
        var running = CompletableFuture.runAsync(() -> run(LONG, "exec sleep 600"));

        commands.close();

        assertThatThrownBy(running::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(CommandFailed.class);
    }

    private String run(Duration limit, String script) {
        return commands.run(directory, limit, List.of("sh", "-c", script));
    }
}
