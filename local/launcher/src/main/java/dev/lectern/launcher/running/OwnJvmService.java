package dev.lectern.launcher.running;

import dev.lectern.embedded.OwnedProcesses;
import dev.lectern.launcher.loading.ServiceJars;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A service in a JVM of its own, on an ordinary class path; it can be killed and started again.
final class OwnJvmService implements Service {

    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final List<String> JVM =
            List.of(
                    "-Xmx256m",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-XX:+UseCompactObjectHeaders",
                    "--enable-native-access=ALL-UNNAMED");

    private final ProcessBuilder command;
    private final String name;
    private final OwnedProcesses owned;
    private @Nullable Process process;
    private boolean closed;

    private OwnJvmService(String name, ProcessBuilder command, OwnedProcesses owned) {
        this.name = name;
        this.command = command;
        this.owned = owned;
    }

    static OwnJvmService of(
            ServiceJars jars,
            String mainClass,
            Map<String, String> settings,
            Home home,
            OwnedProcesses owned) {
        var command =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "@" + argumentFile(jars, mainClass, home))
                        .directory(home.directory().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.appendTo(home.log(jars.name()).toFile()));
        // Not as arguments, which every user of the machine can read: secrets are among them.
        command.environment()
                .put("SPRING_APPLICATION_JSON", JsonMapper.shared().writeValueAsString(settings));
        return new OwnJvmService(jars.name(), command, owned);
    }

    synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /// Returns at once; it becomes ready by itself.
    @Override
    public synchronized void start() {
        if (!closed && !isAlive()) {
            process = run();
        }
    }

    /// Ends it at once, as a crash would.
    synchronized void kill() {
        if (process != null) {
            process.destroyForcibly();
            await(process);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        stop();
    }

    @Override
    public synchronized void stop() {
        if (process != null) {
            process.destroy();
            if (!await(process)) {
                kill();
            }
        }
    }

    private static boolean await(Process process) {
        try {
            return process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Process run() {
        try {
            var started = command.start();
            owned.add(name, started.toHandle(), "TERM");
            started.getOutputStream().close();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be run", e);
        }
    }

    private static Path argumentFile(ServiceJars jars, String mainClass, Home home) {
        String classPath =
                Stream.concat(Stream.of(jars.own()), jars.libraries().stream())
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator));
        var arguments =
                Stream.concat(
                        JVM.stream(),
                        Stream.of("-cp", '"' + classPath.replace("\\", "\\\\") + '"', mainClass));
        Path file = Home.made(home.of("services")).resolve(jars.name() + ".args");
        try {
            return Files.write(file, arguments.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
