package dev.lectern.launcher.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/// What the other commands need to know about a running platform.
///
/// @param pid of the launcher
/// @param ready whether everything has come up
/// @param services that were asked for
/// @param isolated those of them with a JVM of their own
/// @param standIn whether payments are taken on this machine, and not by Stripe
public record RunState(
        long pid,
        boolean ready,
        PortPlan ports,
        List<String> services,
        List<String> isolated,
        boolean standIn) {

    // Systems tell the start of a process to the second.
    private static final Duration ROUNDING = Duration.ofSeconds(1);

    private RunState whenReady() {
        return new RunState(pid, true, ports, services, isolated, standIn);
    }

    /// Where it is written down while the platform runs.
    public record File(Path path) {

        public Optional<RunState> read() {
            var properties = new Properties();
            try (var in = Files.newInputStream(path)) {
                properties.load(in);
            } catch (IOException nothingRuns) {
                return Optional.empty();
            }
            return Optional.of(
                    new RunState(
                            Long.parseLong(properties.getProperty("pid")),
                            Boolean.parseBoolean(properties.getProperty("ready")),
                            new PortPlan(Integer.parseInt(properties.getProperty("port-offset"))),
                            names(properties.getProperty("services")),
                            names(properties.getProperty("isolated")),
                            Boolean.parseBoolean(properties.getProperty("stand-in"))));
        }

        /// The launcher that wrote it, if it still lives. After a crash its number may be given to
        /// another process, which began later than this was written.
        Optional<ProcessHandle> launcher() {
            return read().flatMap(state -> ProcessHandle.of(state.pid()))
                    .filter(process ->
                            process.info()
                                    .startInstant()
                                    .map(start -> start.isBefore(written().plus(ROUNDING)))
                                    .orElse(true));
        }

        private Instant written() {
            try {
                return Files.getLastModifiedTime(path).toInstant();
            } catch (IOException gone) {
                return Instant.MIN;
            }
        }

        /// Lets others know that everything is up.
        public void becameReady() {
            read().map(RunState::whenReady).ifPresent(this::write);
        }

        void write(RunState state) {
            var properties = new Properties();
            properties.setProperty("pid", Long.toString(state.pid()));
            properties.setProperty("ready", Boolean.toString(state.ready()));
            properties.setProperty("port-offset", Integer.toString(state.ports().offset()));
            properties.setProperty("services", String.join(",", state.services()));
            properties.setProperty("isolated", String.join(",", state.isolated()));
            properties.setProperty("stand-in", Boolean.toString(state.standIn()));
            Path partial = path.resolveSibling(path.getFileName() + ".new");
            try {
                try (var out = Files.newOutputStream(partial)) {
                    properties.store(out, null);
                }
                Files.move(partial, path, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /// Forgets what no longer runs.
        public void delete() {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static List<String> names(String text) {
            return Arrays.stream(text.split(",")).filter(name -> !name.isEmpty()).toList();
        }
    }
}
