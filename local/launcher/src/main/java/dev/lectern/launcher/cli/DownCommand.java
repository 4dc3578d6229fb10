package dev.lectern.launcher.cli;

import dev.lectern.launcher.running.Home;
import dev.lectern.launcher.running.ShuttingDown;
import java.io.PrintStream;
import picocli.CommandLine.Command;

/// Stops the platform, or what a killed one left behind.
@Command(name = "down", description = "Stop the platform, or what a killed one left behind.")
final class DownCommand implements Runnable {

    private final Home home;
    private final PrintStream out;

    DownCommand(Home home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    @Override
    public void run() {
        out.println(new ShuttingDown(home).run());
    }
}
