package dev.lectern.launcher.cli;

import dev.lectern.launcher.running.Home;
import dev.lectern.launcher.running.ShuttingDown;
import picocli.CommandLine.Command;

/// Stops the platform, or what a killed one left behind.
@Command(name = "down", description = "stop the platform")
final class DownCommand implements Runnable {

    private final Home home;

    DownCommand(Home home) {
        this.home = home;
    }

    @Override
    public void run() {
        System.out.println(new ShuttingDown(home).run());
    }
}
