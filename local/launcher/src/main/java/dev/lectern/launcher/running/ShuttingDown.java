package dev.lectern.launcher.running;

import dev.lectern.launcher.Failure;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Stops the platform of a home from outside.
public record ShuttingDown(Home home) {

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

    /// Whoever holds the lock wrote the state: its process number is that of a launcher.
    private void stop() {
        var launcher =
                home.state()
                        .read()
                        .flatMap(state -> ProcessHandle.of(state.pid()))
                        .orElseThrow(() ->
                                new Failure("Lectern is just starting; try again in a second"));
        launcher.destroy();
        if (!isDownWithin(GRACE)) {
            launcher.destroyForcibly();
            if (!isDownWithin(AFTER_KILL)) {
                throw new Failure("process " + launcher.pid() + " does not end");
            }
        }
    }

    private boolean isDownWithin(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (home.isInUse()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }
}
