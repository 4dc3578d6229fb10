package dev.lectern.launcher.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/// What the last start of a platform cost, without the build before it.
public record StartFigures(double seconds, Cost cost) {

    /// Reads what was written down, if a platform was ever up.
    public static Optional<StartFigures> read(Path file) {
        var properties = new Properties();
        try (var in = Files.newInputStream(file)) {
            properties.load(in);
        } catch (IOException neverUp) {
            return Optional.empty();
        }
        return Optional.of(
                new StartFigures(
                        Double.parseDouble(properties.getProperty("seconds")),
                        new Cost(
                                Double.parseDouble(properties.getProperty("cpu-seconds")),
                                Long.parseLong(properties.getProperty("memory-bytes")),
                                Integer.parseInt(properties.getProperty("processes")))));
    }

    /// Writes them down for later.
    public void write(Path file) {
        var properties = new Properties();
        properties.setProperty("seconds", Double.toString(seconds));
        properties.setProperty("cpu-seconds", Double.toString(cost.cpuSeconds()));
        properties.setProperty("memory-bytes", Long.toString(cost.memoryBytes()));
        properties.setProperty("processes", Integer.toString(cost.processes()));
        try (var out = Files.newOutputStream(file)) {
            properties.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
