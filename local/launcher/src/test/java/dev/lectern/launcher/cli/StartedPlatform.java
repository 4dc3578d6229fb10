package dev.lectern.launcher.cli;

import static org.awaitility.Awaitility.await;

import dev.lectern.launcher.Main;
import dev.lectern.launcher.checkout.Checkout;
import dev.lectern.launcher.running.Home;
import dev.lectern.launcher.running.PortPlan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Every service as it was built, up in a home and on ports of its own.
final class StartedPlatform implements AutoCloseable {

    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private static final Checkout CHECKOUT = new Checkout(ROOT);

    private final Home home;
    private final PortPlan ports;

    private StartedPlatform(Home home, PortPlan ports) {
        this.home = home;
        this.ports = ports;
    }

    /// Returns when it is ready.
    static StartedPlatform start() throws IOException {
        var home = new Home(Files.createTempDirectory("lectern-demo-"));
        var platform = new StartedPlatform(home, freePorts());
        var launcher =
                platform.begin("up", "--no-build", "--port-offset", "" + platform.ports.offset());
        var said = new StringBuilder();
        Thread.ofVirtual().start(() -> launcher.inputReader().lines().forEach(said::append));
        await().atMost(Duration.ofMinutes(5))
                .until(() -> platform.running().isUp() || !launcher.isAlive());
        if (!launcher.isAlive()) {
            throw new IllegalStateException("no platform: " + said);
        }
        return platform;
    }

    Running running() {
        return new Running(home, CHECKOUT);
    }

    PortPlan ports() {
        return ports;
    }

    /// Runs a command on it, in this JVM.
    Said run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int status =
                new LecternCommand(
                                CHECKOUT,
                                home,
                                new PrintStream(out, true, StandardCharsets.UTF_8),
                                new PrintStream(err, true, StandardCharsets.UTF_8))
                        .run(arguments);
        return new Said(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /// Begins a command in a JVM of its own.
    Process begin(String... arguments) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Xmx768m",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Dlectern.root=" + ROOT,
                                "-Dlectern.broker=" + System.getProperty("lectern.broker", "auto"),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().put("LECTERN_HOME", home.directory().toString());
        return process.start();
    }

    @Override
    public void close() throws IOException {
        run("down");
        try (var files = Files.walk(home.directory())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static PortPlan freePorts() {
        return IntStream.range(0, 50)
                .mapToObj(step -> new PortPlan(14_000 + 200 * step))
                .filter(plan -> plan.taken(CHECKOUT.deployables()).isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
