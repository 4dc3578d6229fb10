package dev.lectern.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import redis.embedded.RedisServer;

/// A real Redis of its own on a free port.
final class TestRedis implements AutoCloseable {

    private final int port = freePort();
    private RedisServer server = started();

    private RedisServer started() {
        try {
            RedisServer redis =
                    RedisServer.newRedisServer()
                            .port(port)
                            .bind("127.0.0.1")
                            .setting("save \"\"")
                            .build();
            redis.start();
            return redis;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    void goesAway() {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// It comes back empty, as after the loss of a cache.
    void comesBack() {
        server = started();
    }

    @Override
    public void close() {
        goesAway();
    }
}
