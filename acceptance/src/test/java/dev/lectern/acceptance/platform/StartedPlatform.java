package dev.lectern.acceptance.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/// A platform started for this run from what the build has just packaged, on free ports and with
/// data of its own; it ends with the run.
final class StartedPlatform implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int LOWEST_PORT = 3000;
    private static final int HIGHEST_PORT = 3108;

    private final Process launcher;
    private final Platform platform;

    private StartedPlatform(Process launcher, Platform platform) {
        this.launcher = launcher;
        this.platform = platform;
    }

    /// @param options further words for `up`
    static StartedPlatform start(String... options) {
        var home = Path.of("target", "platform").toAbsolutePath();
        int offset = freeOffset();
        try {
            Files.createDirectories(home);
            var command = Launcher.command("up", "--no-build", "--port-offset", "" + offset);
            command.addAll(List.of(options));
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("LECTERN_HOME", home.toString());
            var said = home.resolve("up.out");
            var launcher = builder.redirectOutput(said.toFile()).start();
            // Where the run is interrupted nobody closes it.
            Runtime.getRuntime().addShutdownHook(new Thread(launcher::destroy));
            var started = new StartedPlatform(launcher, Platform.on(offset, home));
            started.awaitReady(said);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Platform platform() {
        return platform;
    }

    @Override
    public void close() {
        launcher.destroy();
        launcher.onExit().orTimeout(1, TimeUnit.MINUTES).join();
    }

    private void awaitReady(Path said) throws IOException {
        Awaitility.await("the platform is up")
                .atMost(PATIENCE)
                .until(() -> hasSaidItIsUp(said) || !launcher.isAlive());
        if (!launcher.isAlive()) {
            throw new AssertionError("the platform did not start: " + Files.readString(said));
        }
    }

    private static boolean hasSaidItIsUp(Path said) throws IOException {
        return Files.readString(said).contains("Lectern is up");
    }

    /// Far from the documented ports, so that a platform somebody uses is not in the way, and below
    /// those the kernel gives to outgoing connections.
    private static int freeOffset() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(170, 280) * 100)
                .limit(100)
                .filter(offset ->
                        IntStream.rangeClosed(LOWEST_PORT, HIGHEST_PORT)
                                .allMatch(port -> isFree(port + offset)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no free range of ports"));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /// How the launcher is run: from its own jars, without building anything.
    static final class Launcher {

        private Launcher() {}

        static List<String> command(String... words) {
            var module = root().resolve("local/launcher/target");
            try {
                var classPath =
                        module.resolve("classes")
                                + ":"
                                + Files.readString(module.resolve("runtime.classpath")).strip();
                var command =
                        new ArrayList<>(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-Xmx768m",
                                        "-XX:TieredStopAtLevel=1",
                                        "-XX:+UseSerialGC",
                                        "-XX:+UseCompactObjectHeaders",
                                        "--enable-native-access=ALL-UNNAMED",
                                        "-Dlectern.root=" + root(),
                                        "-cp",
                                        classPath,
                                        "dev.lectern.launcher.Main"));
                command.addAll(List.of(words));
                return command;
            } catch (IOException e) {
                throw new UncheckedIOException("build local/launcher first", e);
            }
        }

        private static Path root() {
            return Path.of(System.getProperty("lectern.root", "..")).toAbsolutePath().normalize();
        }
    }
}
