package dev.lectern.launcher.platform;

import dev.lectern.launcher.checkout.Checkout;
import dev.lectern.launcher.cli.LecternCommand;
import dev.lectern.launcher.running.Home;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// `./lectern` with a home of its own, used as at a terminal. The script finds the launcher of this
/// build there, so that it has nothing to build.
public final class Lectern {

    private static final Path ROOT = Path.of(System.getProperty("lectern.root"));
    private static final long PATIENCE_MINUTES = 5;

    private final Path home;
    private final Map<String, String> environment = new HashMap<>();

    private Lectern(Path home) {
        this.home = home;
        environment.put("LECTERN_HOME", home.toString());
        environment.put("LECTERN_BROKER", System.getProperty("lectern.broker", "auto"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
    }

    /// The command whose data are kept in a directory.
    public static Lectern in(Path home) {
        prepareLauncher(home.resolve("launcher"));
        return new Lectern(home);
    }

    /// The same with one more variable in its environment.
    public Lectern with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    public static Checkout checkout() {
        return new Checkout(ROOT);
    }

    public Home home() {
        return new Home(home);
    }

    /// Runs it to its end.
    public Said run(String... arguments) {
        try {
            var process = builder(List.of(arguments)).start();
            process.getOutputStream().close();
            var out = textOf(process.getInputStream());
            var err = textOf(process.getErrorStream());
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("./lectern does not end: " + out.join());
            }
            return new Said(process.exitValue(), out.join(), err.join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The same in this JVM, which is quicker, for what does not go on.
    public Said runHere(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int status =
                new LecternCommand(
                                checkout(),
                                home(),
                                new PrintStream(out, true, Charset.defaultCharset()),
                                new PrintStream(err, true, Charset.defaultCharset()))
                        .run(arguments);
        return new Said(
                status,
                out.toString(Charset.defaultCharset()),
                err.toString(Charset.defaultCharset()));
    }

    /// Runs it in a terminal, where it goes on.
    public Terminal open(String... arguments) {
        return Terminal.running(builder(List.of(arguments)));
    }

    /// Everything of this machine that was started for its home.
    public List<String> processes() {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .filter(command -> command.contains(home.toString()))
                .toList();
    }

    private ProcessBuilder builder(List<String> arguments) {
        var command =
                Stream.concat(Stream.of(ROOT.resolve("lectern").toString()), arguments.stream());
        var builder = new ProcessBuilder(command.toList());
        // A broker of somebody else would be used, and is not the test's to stop.
        builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_RABBITMQ_"));
        builder.environment().putAll(environment);
        return builder;
    }

    private static CompletableFuture<String> textOf(InputStream stream) {
        return CompletableFuture.supplyAsync(() -> {
            try (stream) {
                return new String(stream.readAllBytes(), Charset.defaultCharset());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void prepareLauncher(Path launcher) {
        Path target = ROOT.resolve("local/launcher/target");
        try {
            Files.createDirectories(launcher);
            Files.writeString(
                    launcher.resolve("class-path"),
                    target.resolve("classes")
                            + ":"
                            + Files.readString(target.resolve("runtime.classpath")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
