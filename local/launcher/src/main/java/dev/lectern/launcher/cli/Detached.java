package dev.lectern.launcher.cli;

import dev.lectern.embedded.AtExit;
import dev.lectern.launcher.Failure;
import dev.lectern.launcher.Main;
import dev.lectern.launcher.running.Home;
import dev.lectern.launcher.running.RunState;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// Starts the platform in a JVM that outlives this one and its terminal, and shows what it says
/// until it is up.
record Detached(Home home, PrintStream out) {

    private static final Duration PAUSE = Duration.ofMillis(50);
    // The first gives it a session of its own, the second at least survives the terminal's end.
    private static final List<String> WRAPPERS = List.of("setsid", "nohup");

    int run(List<String> arguments) {
        if (home.isInUse()) {
            throw Foreground.alreadyUp(home);
        }
        // That of a killed platform would look like one that is up.
        home.state().delete();
        Path said = home.logs().resolve("up.out");
        try {
            var launcher =
                    new ProcessBuilder(command(arguments))
                            .redirectErrorStream(true)
                            .redirectOutput(said.toFile())
                            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                            .start();
            AtExit.closeFirst(() -> endUnlessUp(launcher));
            try (var lines = Files.newBufferedReader(said)) {
                while (launcher.isAlive() && !isUp()) {
                    show(lines);
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
                show(lines);
            }
            return launcher.isAlive() ? 0 : launcher.exitValue();
        } catch (IOException e) {
            throw new Failure("the launcher could not be started: " + e.getMessage(), e);
        }
    }

    private void show(BufferedReader lines) throws IOException {
        for (int c = lines.read(); c >= 0; c = lines.read()) {
            out.print((char) c);
        }
        out.flush();
    }

    private boolean isUp() {
        return home.state().read().filter(RunState::ready).isPresent();
    }

    private void endUnlessUp(Process launcher) {
        if (!isUp()) {
            launcher.destroy();
        }
    }

    private static List<String> command(List<String> arguments) {
        var command = new ArrayList<String>();
        wrapper().ifPresent(command::add);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(arguments);
        return command;
    }

    private static Optional<String> wrapper() {
        var directories = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        return WRAPPERS.stream().filter(name -> isIn(directories, name)).findFirst();
    }

    private static boolean isIn(String[] directories, String name) {
        return Arrays.stream(directories)
                .filter(directory -> !directory.isEmpty())
                .flatMap(directory -> Stream.of(Path.of(directory, name)))
                .anyMatch(Files::isExecutable);
    }
}
