package dev.lectern.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A Redis server of this machine, every change of it kept in one home directory.
public final class Redis implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final int port;
    private final ChildProcess process;
    private final OwnedProcesses owned;

    private Redis(int port, ChildProcess process, OwnedProcesses owned) {
        this.port = port;
        this.process = process;
        this.owned = owned;
    }

    /// Starts a server, port 0 takes a free one; what a killed JVM left on the same home is stopped
    /// first.
    public static Redis start(Path home, int port) {
        Path absolute = home.toAbsolutePath().normalize();
        return OwnedProcesses.start(
                absolute, owned -> run(absolute, Ports.claim(port, "Redis"), owned));
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        AtExit.forget(this);
        process.stop(STOP_LIMIT);
        owned.close();
    }

    @Override
    public String toString() {
        return "Redis on port " + port;
    }

    private static Redis run(Path home, int port, OwnedProcesses owned) throws IOException {
        Path executable = RedisExecutable.in(home.resolve("bin"));
        Files.createDirectories(home.resolve("data"));
        Path configuration = home.resolve("redis.conf");
        Files.writeString(
                configuration,
                """
                port %d
                bind 127.0.0.1
                dir data
                appendonly yes
                save ""
                """
                        .formatted(port));
        ChildProcess process =
                ChildProcess.start(
                        "redis",
                        List.of(executable.toString(), configuration.toString()),
                        Map.of(),
                        home,
                        owned);
        var redis = new Redis(port, process, owned);
        AtExit.close(redis);
        try {
            process.awaitReady(START_LIMIT, () -> RedisPing.succeeds(port));
        } catch (RuntimeException e) {
            redis.close();
            throw e;
        }
        return redis;
    }
}
