package dev.lectern.embedded;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits for something another process does and that announces itself in no other way.
final class Waiting {

    private static final long PAUSE_MILLIS = 25;

    private Waiting() {}

    static boolean until(Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
