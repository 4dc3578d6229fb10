package dev.lectern.launcher.cli;

import dev.lectern.launcher.Failure;
import dev.lectern.launcher.Nearest;
import dev.lectern.launcher.checkout.Checkout;
import dev.lectern.launcher.checkout.Deployable;
import dev.lectern.launcher.running.Home;
import dev.lectern.launcher.running.PortPlan;
import dev.lectern.launcher.running.Progress;
import dev.lectern.launcher.running.StartingUp;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Starts the platform and stays until it is told to stop.
@Command(name = "up", description = "start the platform")
final class UpCommand implements Runnable {

    private final Checkout checkout;
    private final Home home;

    @Option(names = "--only", split = ",", description = "start these services only")
    private List<String> only = List.of();

    @Option(names = "--list", description = "list the services that can be started")
    private boolean list;

    @Option(
            names = "--isolated",
            arity = "0..1",
            split = ",",
            fallbackValue = "all",
            description = "give these services, or all, a JVM each")
    private @Nullable List<String> isolated;

    @Option(names = "--port-offset", description = "add this to every port")
    private int offset;

    @Option(names = "--no-build", hidden = true)
    private boolean built;

    UpCommand(Checkout checkout, Home home) {
        this.checkout = checkout;
        this.home = home;
    }

    @Override
    public void run() {
        var services = checkout.deployables(only);
        if (list) {
            services.forEach(one -> System.out.printf("%-14s %d%n", one.name(), one.port()));
            return;
        }
        var request =
                new StartingUp.Request(
                        services, isolatedOf(services), new PortPlan(offset), !built);
        if (!home.take()) {
            throw alreadyUp();
        }
        logInto(home.logs().toString());
        var progress = new Progress(System.out);
        new StartingUp(checkout, home, progress).run(request);
        System.out.printf(
                "%nLectern is up after %.1f s%n  address  %s%n  mail     %s%n  logs     %s%n",
                progress.seconds(),
                request.ports().frontDoor(),
                request.ports().controlAddress(),
                home.logs());
        stayUntilStopped();
    }

    private List<String> isolatedOf(List<Deployable> services) {
        var names = services.stream().map(Deployable::name).toList();
        if (isolated == null) {
            return List.of();
        }
        if (isolated.equals(List.of("all"))) {
            return names;
        }
        isolated.stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw Nearest.mistake("service", unknown, names);
                });
        return isolated;
    }

    private Failure alreadyUp() {
        return home.state()
                .read()
                .map(state ->
                        new Failure(
                                "already up as process %d at %s; ./lectern down stops it"
                                        .formatted(state.pid(), state.ports().frontDoor())))
                .orElseGet(() -> new Failure("another ./lectern up is just starting"));
    }

    /// Must be known before the first line is logged, here and in every stack.
    private static void logInto(String directory) {
        System.setProperty("lectern.logs", directory);
        System.setProperty("logback.configurationFile", "dev/lectern/launcher/logging/up.xml");
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        System.setProperty("spring.jmx.enabled", "false");
    }

    private static void stayUntilStopped() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
