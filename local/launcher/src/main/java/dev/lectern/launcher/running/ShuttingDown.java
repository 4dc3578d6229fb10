package dev.lectern.launcher.running;

import dev.lectern.launcher.Failure;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Stops the platform of a home from outside.
public record ShuttingDown(Home home) {

    private static final Duration AFTER_TAKING = Duration.ofSeconds(10);
    private static final Duration GRACE = Duration.ofSeconds(60);
    private static final Duration AFTER_KILL = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(50);

    /// Stops what runs, ends what a killed platform left behind, and says in one line what it did.
    public String run() {
        boolean wasUp = home.isInUse();
        if (wasUp) {
            stop();
        }
        var leftOvers = home.endLeftOvers();
        home.state().delete();
        if (!leftOvers.isEmpty()) {
            return "Ended what an earlier run left behind: " + String.join(", ", leftOvers) + ".";
        }
        return wasUp ? "Lectern is down." : "Lectern was not up.";
    }

    private void stop() {
        // One that is just starting takes the home first and says a moment later who it is.
        if (!comesWithin(AFTER_TAKING, () -> isDown() || home.state().launcher().isPresent())) {
            throw new Failure("nothing is known of who uses " + home.directory());
        }
        home.state().launcher().ifPresent(this::stop);
    }

    private void stop(ProcessHandle launcher) {
        launcher.destroy();
        if (!comesWithin(GRACE, this::isDown)) {
            launcher.destroyForcibly();
            if (!comesWithin(AFTER_KILL, this::isDown)) {
                throw new Failure("process " + launcher.pid() + " does not end");
            }
        }
    }

    private boolean isDown() {
        return !home.isInUse();
    }

    private static boolean comesWithin(Duration limit, BooleanSupplier state) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!state.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }
}
