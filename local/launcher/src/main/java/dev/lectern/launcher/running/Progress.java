package dev.lectern.launcher.running;

import java.io.PrintStream;
import java.util.function.Consumer;

/// Says on the terminal what happens, with the seconds since the start.
public final class Progress implements Consumer<String> {

    private final PrintStream out;
    private final long started = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void accept(String step) {
        out.printf("%6.1f s  %s%n", seconds(), step);
    }

    public double seconds() {
        return (System.nanoTime() - started) / 1e9;
    }
}
