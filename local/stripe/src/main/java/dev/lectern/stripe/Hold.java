package dev.lectern.stripe;

import java.util.ArrayList;
import java.util.List;

/// What waits until somebody lets it go on.
final class Hold {

    private final List<Runnable> waiting = new ArrayList<>();
    private boolean on;

    synchronized void begin() {
        on = true;
    }

    /// Whether this has to wait; it is kept then.
    synchronized boolean keeps(Runnable work) {
        if (on) {
            waiting.add(work);
        }
        return on;
    }

    /// Ends it.
    ///
    /// @return what waited, in the order it came
    synchronized List<Runnable> end() {
        on = false;
        var all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }
}
