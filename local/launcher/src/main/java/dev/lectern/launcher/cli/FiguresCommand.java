package dev.lectern.launcher.cli;

import dev.lectern.launcher.Failure;
import dev.lectern.launcher.figures.BuildFigures;
import dev.lectern.launcher.figures.Cost;
import dev.lectern.launcher.figures.StartFigures;
import dev.lectern.launcher.running.Home;
import java.io.PrintStream;
import picocli.CommandLine.Command;

/// Says what the first build and the last start cost, and what the platform costs now.
@Command(name = "figures", description = "Say what building and starting cost in time and memory.")
final class FiguresCommand implements Runnable {

    private final Home home;
    private final PrintStream out;

    FiguresCommand(Home home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    @Override
    public void run() {
        if (!Cost.isKnown()) {
            throw new Failure("this system does not say what processes cost; Linux does");
        }
        var start =
                StartFigures.read(home.figures())
                        .orElseThrow(() ->
                                new Failure("nothing was ever up here; ./lectern up starts it"));
        BuildFigures.read(home.buildFigures())
                .ifPresent(build ->
                        out.printf(
                                "build  %.1f seconds, %.1f CPU-seconds for %d services, the first time%n",
                                build.seconds(), build.cpuSeconds(), build.modules()));
        out.printf(
                "start  %.1f seconds, %.1f CPU-seconds%n",
                start.seconds(), start.cost().cpuSeconds());
        memory("start", start.cost());
        if (home.running().isPresent()) {
            memory("now", home.cost());
        }
    }

    private void memory(String when, Cost cost) {
        out.printf(
                "%-6s %d MB (PSS) in %d processes%n",
                when, cost.memoryBytes() >> 20, cost.processes());
    }
}
