package dev.lectern.embedded;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.embedded.core.ExecutableProvider;

/// The Redis server that runs on this machine: the bundled one, which wants a recent system, or the
/// machine's own.
final class RedisExecutable {

    private static final Logger log = LoggerFactory.getLogger(RedisExecutable.class);

    private static final Duration UNPACKED = Duration.ofSeconds(1);

    private RedisExecutable() {}

    /// Unpacks the bundled server into a directory.
    static Path in(Path directory) throws IOException {
        Files.createDirectories(directory);
        Path bundled = ExecutableProvider.newJarResourceProvider(directory.toFile()).get().toPath();
        return choose(bundled, Executables.searchPath());
    }

    static Path choose(Path bundled, String searchPath) {
        // A process that another thread forks while the file is unpacked holds it open for a
        // moment,
        // and nothing can run a file that is open for writing.
        if (Waiting.until(UNPACKED, () -> runs(bundled))) {
            return bundled;
        }
        Path installed =
                Executables.find("redis-server", searchPath)
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "the bundled Redis does not run on this system and"
                                                + " there is no redis-server on the PATH"));
        log.info("the bundled Redis does not run on this system, using {}", installed);
        return installed;
    }

    private static boolean runs(Path executable) {
        try {
            Process version =
                    new ProcessBuilder(executable.toString(), "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.DISCARD)
                            .start();
            return version.waitFor(10, TimeUnit.SECONDS) && version.exitValue() == 0;
        } catch (IOException wrongFormat) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
