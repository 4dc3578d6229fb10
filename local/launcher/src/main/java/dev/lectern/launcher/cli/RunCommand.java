package dev.lectern.launcher.cli;

import dev.lectern.launcher.checkout.Checkout;
import dev.lectern.launcher.running.Home;
import dev.lectern.launcher.running.PortPlan;
import dev.lectern.launcher.running.StartingUp;
import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Starts one service on the infrastructure and shows everything it logs.
@Command(name = "run", description = "Start one service and show what it logs.")
final class RunCommand implements Runnable {

    private final Checkout checkout;
    private final Home home;
    private final PrintStream out;

    @Parameters(paramLabel = "<service>")
    private String service = "";

    RunCommand(Checkout checkout, Home home, PrintStream out) {
        this.checkout = checkout;
        this.home = home;
        this.out = out;
    }

    @Override
    public void run() {
        var request =
                new StartingUp.Request(
                        checkout.deployables(List.of(service)), List.of(), new PortPlan(0), true);
        new Foreground(checkout, home, out).run(request, "INFO", () -> {});
    }
}
