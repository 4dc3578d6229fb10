package dev.lectern.launcher.running;

/// A service this launcher has started.
sealed interface Service extends AutoCloseable permits SharedJvmService, OwnJvmService {

    /// Stops it in good order.
    @Override
    void close();
}
