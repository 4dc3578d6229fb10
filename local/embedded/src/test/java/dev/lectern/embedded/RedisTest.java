package dev.lectern.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisTest {

    @TempDir Path home;

    @Test
    void keepsItsValuesOverARestart() throws IOException {
        try (var redis = Redis.start(home, 0)) {
            assertThat(ask(redis.port(), "SET points 7")).isEqualTo("+OK");
        }

        try (var redis = Redis.start(home, 0)) {
            assertThat(ask(redis.port(), "INCR points")).isEqualTo(":8");
        }
        assertThat(LocalProcesses.of(home)).isEmpty();
    }

    @Test
    void endsTheServerThatAKilledJvmLeft() throws Exception {
        int port;
        try (var child = ChildJvm.running(Keeper.class, home)) {
            port = Integer.parseInt(child.told("port"));
            child.kill();
        }
        assertThat(Ports.isFree(port)).isFalse();

        try (var redis = Redis.start(home, port)) {
            assertThat(ask(redis.port(), "PING")).isEqualTo("+PONG");
        }
        assertThat(LocalProcesses.of(home)).isEmpty();
    }

    @Test
    void endsWithItsJvmAfterThoseWhoUseIt() throws Exception {
        try (var child = ChildJvm.running(Keeper.class, home)) {
            child.told("port");
            child.finish();

            assertThat(child.told("at the end")).isEqualTo("+PONG");
        }
        assertThat(LocalProcesses.of(home)).isEmpty();
    }

    @Test
    void isTheOneOnThePathWhereTheBundledOneDoesNotRun() throws IOException {
        Path bundled = Files.createFile(home.resolve("for-another-system"));
        Path installed =
                Files.createFile(
                        home.resolve("redis-server"),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwxr-xr-x")));

        assertThat(RedisExecutable.choose(bundled, home.toString())).isEqualTo(installed);
    }

    /// Starts a server and waits for its end.
    static final class Keeper {

        private Keeper() {}

        public static void main(String[] arguments) throws IOException {
            Redis redis = Redis.start(Path.of(arguments[0]), 0);
            AtExit.closeFirst(() -> System.out.println("at the end " + ask(redis.port(), "PING")));
            System.out.println("port " + redis.port());
            System.in.read();
        }
    }

    private static String ask(int port, String command) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.UTF_8));
            byte[] answers = socket.getInputStream().readAllBytes();
            return new String(answers, StandardCharsets.UTF_8).lines().findFirst().orElseThrow();
        }
    }
}
