package dev.lectern.acceptance.observing;

import dev.lectern.acceptance.platform.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The logs of a platform on this machine.
record Logs(Path folder) {

    static Logs of(Platform platform) {
        return new Logs(platform.home().resolve("logs"));
    }

    List<String> of(String service) {
        return lines(folder.resolve(service + ".log"));
    }

    /// Every line with this text, whoever wrote it.
    List<String> linesWith(String text) {
        try (var files = Files.list(folder)) {
            return files.flatMap(file -> lines(file).stream())
                    .filter(line -> line.contains(text))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The services that have written a line of this trace.
    List<String> servicesOf(String traceId, String... services) {
        return Stream.of(services)
                .filter(service -> of(service).stream().anyMatch(line -> line.contains(traceId)))
                .toList();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
