package dev.lectern.gateway;

import dev.lectern.embedded.Ports;
import dev.lectern.embedded.Redis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A real Redis of its own that can be taken away.
final class TestRedis {

    private final int port = Ports.free();
    private Redis server = emptyServer();

    private Redis emptyServer() {
        try {
            Path home = Files.createTempDirectory("gateway-redis");
            home.toFile().deleteOnExit();
            return Redis.start(home, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    void dies() {
        server.close();
    }

    /// As after the loss of a cache.
    void comesBackEmpty() {
        server = emptyServer();
    }

    /// It keeps its connections and answers nobody.
    void hangs() {
        signal("STOP");
    }

    void answersAgain() {
        signal("CONT");
    }

    private void signal(String name) {
        long pid = Ports.whoHolds(port).orElseThrow().pid();
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
