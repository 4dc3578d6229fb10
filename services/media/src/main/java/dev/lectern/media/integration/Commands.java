package dev.lectern.media.integration;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// Runs programs that are fed with strangers' bytes: no input, limited time, limited output, and
/// none of them outlives the service.
final class Commands implements AutoCloseable {

    /// More than any probe says and any log of errors needs.
    private static final int MOST_OUTPUT = 64 * 1024;

    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /// A program that did not end well.
    static final class CommandFailed extends RuntimeException {

        CommandFailed(String command, int exit, String lastWords) {
            super("%s ended with %d: %s".formatted(command, exit, lastWords));
        }
    }

    /// Runs it in this directory and returns the beginning of what it said.
    ///
    /// @throws CommandFailed when it fails or does not end in time
    String run(Path directory, Duration limit, List<String> command) {
        Process process;
        try {
            process =
                    new ProcessBuilder(command)
                            .directory(directory.toFile())
                            .redirectErrorStream(true)
                            .start();
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(command.getFirst() + " cannot be run", e);
        }
        running.add(process);
        var timer =
                CompletableFuture.runAsync(
                        () -> kill(process),
                        CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS));
        try (var said = process.getInputStream()) {
            if (closed) {
                kill(process);
            }
            var output = new String(said.readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8);
            said.transferTo(OutputStream.nullOutputStream());
            var exit = process.waitFor();
            if (exit != 0) {
                throw new CommandFailed(command.getFirst(), exit, output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed(command.getFirst(), -1, "interrupted");
        } finally {
            timer.cancel(false);
            kill(process);
            running.remove(process);
        }
    }

    @Override
    public void close() {
        closed = true;
        running.forEach(Commands::kill);
    }

    /// By its handle: the process itself would close the stream under its reader.
    private static void kill(Process process) {
        process.toHandle().destroyForcibly();
    }
}
