package dev.lectern.launcher.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/// What the first build for a home cost, without that of the launcher itself.
///
/// @param modules how many services were built, the gateway among them
public record BuildFigures(double seconds, double cpuSeconds, int modules) {

    /// Reads what was written down, if anything was built for this home.
    public static Optional<BuildFigures> read(Path file) {
        var properties = new Properties();
        try (var in = Files.newInputStream(file)) {
            properties.load(in);
        } catch (IOException neverBuilt) {
            return Optional.empty();
        }
        return Optional.of(
                new BuildFigures(
                        Double.parseDouble(properties.getProperty("seconds")),
                        Double.parseDouble(properties.getProperty("cpu-seconds")),
                        Integer.parseInt(properties.getProperty("modules"))));
    }

    /// Writes them down, unless there was a build before.
    public void writeFirst(Path file) {
        if (Files.exists(file)) {
            return;
        }
        var properties = new Properties();
        properties.setProperty("seconds", Double.toString(seconds));
        properties.setProperty("cpu-seconds", Double.toString(cpuSeconds));
        properties.setProperty("modules", Integer.toString(modules));
        try (var out = Files.newOutputStream(file)) {
            properties.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
