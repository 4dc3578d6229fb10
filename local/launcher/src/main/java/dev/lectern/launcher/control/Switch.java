package dev.lectern.launcher.control;

/// Turns single services off and on, for tests of what stands without them.
public interface Switch {

    /// What became of a wish.
    enum Outcome {
        DONE,
        UNKNOWN_SERVICE,
        /// Only a service with a JVM of its own can be killed.
        NOT_ISOLATED
    }

    /// Ends it as a crash would.
    Outcome kill(String service);

    /// Ends it in good order.
    Outcome stop(String service);

    /// Starts it again and returns when it is ready.
    Outcome start(String service);
}
