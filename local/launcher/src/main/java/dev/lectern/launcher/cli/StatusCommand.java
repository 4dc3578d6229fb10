package dev.lectern.launcher.cli;

import dev.lectern.launcher.checkout.Checkout;
import dev.lectern.launcher.running.Home;
import dev.lectern.launcher.running.Readiness;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Says what runs.
@Command(name = "status", description = "say what runs")
final class StatusCommand implements Callable<Integer> {

    private static final int NOT_UP = 1;

    private final Checkout checkout;
    private final Home home;

    StatusCommand(Checkout checkout, Home home) {
        this.checkout = checkout;
        this.home = home;
    }

    @Override
    public Integer call() {
        var running = home.running();
        if (running.isEmpty()) {
            System.out.println("Lectern is not up; ./lectern up starts it.");
            return NOT_UP;
        }
        var state = running.get();
        System.out.printf(
                "Lectern is %s at %s (process %d)%n",
                state.ready() ? "up" : "starting", state.ports().frontDoor(), state.pid());
        try (var readiness = new Readiness()) {
            for (var one : checkout.deployables(state.services())) {
                System.out.printf(
                        "  %-14s %-6d %s%s%n",
                        one.name(),
                        state.ports().of(one),
                        readiness.of(state.ports().addressOf(one)),
                        state.isolated().contains(one.name()) ? " (own JVM)" : "");
            }
        }
        return 0;
    }
}
