package dev.lectern.launcher.demo;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/// Fills a running platform through its public API. Found with [ServiceLoader].
public interface DemoLoader {

    /// Writes what is missing, so that it may run at every start.
    ///
    /// @param progress told what happens, in words for people
    /// @return whom one can sign in as
    List<SignIn> load(DemoPlatform platform, Consumer<String> progress);

    /// Somebody of the demo data.
    record SignIn(String role, String email, String password) {}

    /// The one there is, if there is one.
    static Optional<DemoLoader> find() {
        return ServiceLoader.load(DemoLoader.class).findFirst();
    }
}
