package dev.lectern.acceptance.platform;

import dev.lectern.acceptance.platform.StartedPlatform.Launcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// What whoever runs a platform types: `./lectern` commands other than `up`.
public record Operator(Platform platform) {

    /// Runs the command and returns what it printed.
    public String run(String... words) {
        try {
            var builder = new ProcessBuilder(Launcher.command(words)).redirectErrorStream(true);
            builder.environment().put("LECTERN_HOME", platform.home().toString());
            var process = builder.start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError("lectern " + String.join(" ", words) + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// Makes an account with this role.
    public void appoint(String role, String email, String password) {
        run("admin", "create", "--role", role, "--email", email, "--password=" + password);
    }
}
