package dev.lectern.stripe;

import java.time.Duration;

/// What tests may wish upon the API: that it is slow, or down, or that banks take their time.
final class Trouble {

    private volatile Duration delay = Duration.ZERO;
    private volatile boolean down;
    private volatile boolean refundsHeld;

    void delay(Duration each) {
        delay = each;
    }

    void down(boolean isDown) {
        down = isDown;
    }

    void holdRefunds(boolean areHeld) {
        refundsHeld = areHeld;
    }

    boolean holdsRefunds() {
        return refundsHeld;
    }

    /// Lets a request suffer before anything is done for it.
    void meet() {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StripeError.down();
        }
        if (down) {
            throw StripeError.down();
        }
    }
}
