package dev.lectern.stripe;

import java.time.Duration;

/// What tests may wish upon the API: that it is slow, or down.
final class Trouble {

    private volatile Duration delay = Duration.ZERO;
    private volatile boolean down;

    void delay(Duration each) {
        delay = each;
    }

    void down(boolean isDown) {
        down = isDown;
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
