package dev.lectern.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// A process of ours: written down when it starts, its output in a file.
final class ChildProcess {

    private final String name;
    private final Process process;
    private final OwnedProcess owned;
    private final Path output;

    private ChildProcess(String name, Process process, OwnedProcess owned, Path output) {
        this.name = name;
        this.process = process;
        this.owned = owned;
        this.output = output;
    }

    static ChildProcess start(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path directory,
            OwnedProcesses processes) {
        Path output = directory.resolve(name + ".log");
        try {
            var builder =
                    new ProcessBuilder(inItsOwnSession(command))
                            .directory(directory.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.to(output.toFile()));
            // What is set for a system-wide broker must not reach ours.
            builder.environment().keySet().removeIf(key -> key.startsWith("RABBITMQ_"));
            builder.environment().putAll(environment);
            Process process = builder.start();
            // Nothing is ever said to it; a server that reads its input must see the end.
            process.getOutputStream().close();
            OwnedProcess owned = OwnedProcess.of(name, process.toHandle(), "TERM");
            processes.add(owned);
            return new ChildProcess(name, process, owned, output);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be run", e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void stop(Duration grace) {
        owned.end(grace);
    }

    /// Ctrl-C in a terminal reaches every process of the session: ours must live until those who
    /// use them have ended. The command becomes the server, so the process stays the same.
    private static List<String> inItsOwnSession(List<String> command) {
        return Executables.onPath("setsid")
                .map(setsid -> Stream.concat(Stream.of(setsid.toString()), command.stream()))
                .map(Stream::toList)
                .orElse(command);
    }

    /// Returns when it answers; throws its last words when it ends before or never does, and gives
    /// up at once when this JVM ends.
    void awaitReady(Duration limit, BooleanSupplier answers) {
        boolean settled =
                Waiting.until(
                        limit,
                        () -> !process.isAlive() || AtExit.hasBegun() || answers.getAsBoolean());
        if (!settled || !process.isAlive() || AtExit.hasBegun()) {
            throw didNotStart();
        }
    }

    private IllegalStateException didNotStart() {
        String state =
                process.isAlive() ? "did not get ready" : "ended with " + process.exitValue();
        return new IllegalStateException(
                "%s %s; its last words in %s: %s".formatted(name, state, output, lastWords()));
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(output);
            return String.join(" | ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        } catch (IOException e) {
            return "(unreadable: " + e.getMessage() + ")";
        }
    }
}
