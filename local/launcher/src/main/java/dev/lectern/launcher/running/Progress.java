package dev.lectern.launcher.running;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.function.Consumer;

/// Says on the terminal what happens, with the seconds since the start.
public final class Progress implements Consumer<String> {

    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

    private final PrintStream out;
    private final long started = System.nanoTime();
    private volatile boolean over;

    public Progress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void accept(String step) {
        if (!over) {
            out.printf("%6.1f s  %s%n", seconds(), step);
        }
    }

    public double seconds() {
        return (System.nanoTime() - started) / 1e9;
    }

    /// The last word. What half-started parts complain about when they are stopped is in the logs
    /// and for nobody at the terminal.
    void stopping() {
        accept("stopping everything");
        over = true;
        System.setOut(NOWHERE);
        System.setErr(NOWHERE);
    }
}
