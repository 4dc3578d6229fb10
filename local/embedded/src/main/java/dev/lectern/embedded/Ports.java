package dev.lectern.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/// Finds free TCP ports of this machine and names the process that holds a taken one.
public final class Ports {

    // Below the range the kernel gives to outgoing connections: none of those can take a port
    // between the moment it is found free and the moment its server binds it.
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;

    private static final Set<Integer> HANDED_OUT = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /// A process that listens on a port.
    public record Holder(long pid, String command) {

        @Override
        public String toString() {
            return "process " + pid + " (" + command + ")";
        }
    }

    /// A port nobody listens on, never the same one twice in this JVM.
    public static int free() {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(port) && HANDED_OUT.add(port)) {
                return port;
            }
        }
        throw new IllegalStateException(
                "no free port between " + LOWEST + " and " + HIGHEST + " on this machine");
    }

    /// Whether a server could listen on this port of the loopback address now.
    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /// Whether somebody accepts connections there. Asking so takes nothing away from a server that
    /// is about to listen, as trying to bind the port would.
    static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /// The process that listens on a port, as far as this user may see it.
    public static Optional<Holder> whoHolds(int port) {
        return Listeners.pidOn(port)
                .flatMap(ProcessHandle::of)
                .map(process -> new Holder(process.pid(), commandOf(process)));
    }

    /// The port itself when it is free, a free one for 0, and otherwise a refusal that names the
    /// holder.
    static int claim(int port, String purpose) {
        if (port == 0) {
            return free();
        }
        if (!isFree(port)) {
            String holder =
                    whoHolds(port).map(Holder::toString).orElse("a process of another user");
            throw new PortTakenException(port, purpose, holder);
        }
        return port;
    }

    private static String commandOf(ProcessHandle process) {
        String line =
                process.info()
                        .commandLine()
                        .or(() -> process.info().command())
                        .orElse("command unknown");
        return line.length() > 120 ? line.substring(0, 120) + "..." : line;
    }
}
