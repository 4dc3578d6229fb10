package dev.lectern.launcher.cli;

import dev.lectern.launcher.Failure;
import dev.lectern.launcher.Mistake;
import dev.lectern.launcher.Nearest;
import dev.lectern.launcher.checkout.Deployable;
import dev.lectern.launcher.demo.SeedFile;
import dev.lectern.launcher.running.Payments;
import dev.lectern.launcher.running.PortPlan;
import dev.lectern.launcher.running.StartingUp;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Starts the platform and stays, unless it is told to run on by itself.
@Command(name = "up", description = "Start the platform.")
final class UpCommand implements Callable<Integer> {

    private static final String DEMO = "--demo";
    private static final String DETACH = "--detach";
    private static final String ALL = "all";

    private final Running running;
    private final PrintStream out;
    private final PrintStream err;
    private final List<String> arguments;

    @Option(names = DEMO, description = "fill it with demo data, also if it is up already")
    private boolean demo;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "<service>",
            description = "start these services only")
    private List<String> only = List.of();

    @Option(names = "--list", description = "list the services that can be started")
    private boolean list;

    @Option(
            names = "--isolated",
            arity = "0..1",
            split = ",",
            fallbackValue = ALL,
            paramLabel = "<service>",
            description = "give these services, or all, a JVM each")
    private @Nullable List<String> isolated;

    @Option(names = DETACH, description = "return when it is up, and let it run on")
    private boolean detach;

    @Option(
            names = "--port-offset",
            paramLabel = "<number>",
            description = "add this to every port, to run beside another platform")
    private int offset;

    @Option(names = "--no-build", description = "start what is built, however old it is")
    private boolean asBuilt;

    /// @param arguments the whole command line
    UpCommand(Running running, PrintStream out, PrintStream err, List<String> arguments) {
        this.running = running;
        this.out = out;
        this.err = err;
        this.arguments = arguments;
    }

    @Override
    public Integer call() {
        var services = running.checkout().deployables(only);
        var request =
                new StartingUp.Request(
                        services, isolatedOf(services), new PortPlan(offset), !asBuilt);
        if (list) {
            services.forEach(one -> out.printf("%-14s %d%n", one.name(), request.ports().of(one)));
            return 0;
        }
        return demo ? upWithDemo(request) : up(request, () -> {});
    }

    /// The demo data is written from outside by whoever asked, so that it can fail on its own.
    private int upWithDemo(StartingUp.Request request) {
        if (!only.isEmpty()) {
            throw new Mistake("--demo needs all services; leave out --only");
        }
        if (!Payments.areStoodInFor(System.getenv())) {
            throw new Mistake(
                    "--demo buys courses and pays with nobody's money; start it without"
                            + " STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET");
        }
        var seed = SeedFile.of(running.checkout().root()).read();
        var filling = new FillingWithDemo(running, seed, out);
        if (running.isUp()) {
            filling.run();
            return 0;
        }
        if (!detach) {
            return up(request, () -> tryTo(filling));
        }
        int status = up(request, () -> {});
        if (status == 0) {
            filling.run();
        }
        return status;
    }

    private int up(StartingUp.Request request, Runnable onceUp) {
        var home = running.home();
        if (detach) {
            return new Detached(home, out)
                    .run(
                            arguments.stream()
                                    .filter(word -> !word.equals(DETACH) && !word.equals(DEMO))
                                    .toList());
        }
        new Foreground(running.checkout(), home, out).run(request, "WARN", onceUp);
        return 0;
    }

    private void tryTo(FillingWithDemo filling) {
        try {
            filling.run();
        } catch (Failure e) {
            err.println("lectern: " + e.getMessage());
        }
    }

    private List<String> isolatedOf(List<Deployable> services) {
        var names = services.stream().map(Deployable::name).toList();
        if (isolated == null) {
            return List.of();
        }
        if (isolated.equals(List.of(ALL))) {
            return names;
        }
        return isolated.stream().map(name -> known(name, names)).toList();
    }

    private static String known(String name, List<String> names) {
        if (!names.contains(name)) {
            throw Nearest.mistake("service", name, names);
        }
        return name;
    }
}
