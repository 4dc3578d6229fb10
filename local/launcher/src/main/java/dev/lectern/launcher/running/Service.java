package dev.lectern.launcher.running;

/// A service of this launcher.
sealed interface Service extends AutoCloseable permits SharedJvmService, OwnJvmService {

    /// Runs it, if it does not run; one that was closed stays as it is.
    void start() throws Exception;

    /// Stops it in good order; it can be started again.
    void stop();

    /// Stops it for good.
    @Override
    void close();
}
