package dev.lectern.launcher.cli;

import dev.lectern.launcher.checkout.Checkout;
import dev.lectern.launcher.running.Home;
import dev.lectern.launcher.running.Readiness;
import dev.lectern.launcher.running.RunState;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Says what runs; the exit status tells whether all of it is ready.
@Command(name = "status", description = "Say what runs.")
final class StatusCommand implements Callable<Integer> {

    private static final int NOT_READY = 1;

    private final Checkout checkout;
    private final Home home;
    private final PrintStream out;

    StatusCommand(Checkout checkout, Home home, PrintStream out) {
        this.checkout = checkout;
        this.home = home;
        this.out = out;
    }

    @Override
    public Integer call() {
        Optional<RunState> running = home.running();
        if (running.isEmpty()) {
            out.println("Lectern is not up; ./lectern up starts it.");
            return NOT_READY;
        }
        return show(running.get()) ? 0 : NOT_READY;
    }

    private boolean show(RunState state) {
        out.printf("Lectern is %s as process %d%n", state.ready() ? "up" : "starting", state.pid());
        boolean allReady = state.ready();
        try (var readiness = new Readiness()) {
            for (var one : checkout.deployables(state.services())) {
                String condition = readiness.of(state.ports().addressOf(one));
                allReady &= condition.equals(Readiness.READY);
                out.printf(
                        "  %-13s %-6d %s%s%n",
                        one.name(),
                        state.ports().of(one),
                        condition,
                        state.isolated().contains(one.name()) ? ", in a JVM of its own" : "");
            }
        }
        out.printf("  %-13s %s%n", "address", state.ports().frontDoor());
        out.printf("  %-13s %s%n", "mail inbox", state.ports().controlAddress());
        if (state.standIn()) {
            out.printf("  %-13s %s%n", "payment page", state.ports().paymentPage());
        }
        return allReady;
    }
}
