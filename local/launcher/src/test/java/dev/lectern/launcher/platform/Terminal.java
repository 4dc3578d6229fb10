package dev.lectern.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A command that goes on, in a session of its own as in a terminal.
public final class Terminal implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    // A build in the background ignores Ctrl-C, and what it starts inherits that.
    private static final List<String> SESSION =
            Files.isDirectory(Path.of("/proc"))
                    ? List.of("setsid", "env", "--default-signal=INT")
                    : List.of();

    private final Process process;
    private final Path screen;

    private Terminal(Process process, Path screen) {
        this.process = process;
        this.screen = screen;
    }

    static Terminal running(ProcessBuilder builder) {
        try {
            Path screen = Files.createTempFile("screen", ".txt");
            var command = new ArrayList<>(SESSION);
            command.addAll(builder.command());
            var process =
                    builder.command(command)
                            .redirectErrorStream(true)
                            .redirectOutput(screen.toFile())
                            .start();
            return new Terminal(process, screen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Everything that was said so far.
    public String screen() {
        try {
            return Files.readString(screen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits until something is said.
    public Terminal awaits(String words) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> screen().contains(words) || !process.isAlive());
        assertThat(screen()).contains(words);
        return this;
    }

    /// Interrupts everything that belongs to the terminal.
    public void pressCtrlC() {
        signal("-INT");
    }

    /// Ends the command at once, and nothing that it has started.
    public void crash() {
        process.destroyForcibly();
        awaitEnd();
    }

    /// Waits for the end of the command and returns its status.
    public int awaitEnd() {
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void signal(String signal) {
        String all = (SESSION.isEmpty() ? "" : "-") + process.pid();
        try {
            new ProcessBuilder("kill", signal, "--", all).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            Files.delete(screen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
