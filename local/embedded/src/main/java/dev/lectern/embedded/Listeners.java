package dev.lectern.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Looks up which process listens on a port: in /proc where it exists, by lsof elsewhere.
final class Listeners {

    private static final Path PROC = Path.of("/proc");
    private static final String LISTENING = "0A";

    private Listeners() {}

    static Optional<Long> pidOn(int port) {
        return Files.isReadable(PROC.resolve("net/tcp")) ? fromProc(port) : fromLsof(port);
    }

    private static Optional<Long> fromProc(int port) {
        Set<String> sockets = new HashSet<>();
        Stream.of("net/tcp", "net/tcp6")
                .map(PROC::resolve)
                .forEach(table -> sockets.addAll(socketsListening(table, port)));
        if (sockets.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> hasOpen(pid, sockets))
                .findFirst();
    }

    /// Columns of the kernel's table: index, local address:port in hexadecimal, remote, state, …,
    /// and the socket's inode as the tenth.
    private static Set<String> socketsListening(Path table, int port) {
        String suffix = ":%04X".formatted(port);
        Set<String> found = new HashSet<>();
        try (var lines = Files.lines(table)) {
            lines.map(line -> line.strip().split("\\s+"))
                    .filter(columns -> columns.length > 9)
                    .filter(columns -> columns[1].endsWith(suffix) && columns[3].equals(LISTENING))
                    .forEach(columns -> found.add("socket:[" + columns[9] + "]"));
        } catch (IOException noSuchTable) {
            return Set.of();
        }
        return found;
    }

    private static boolean hasOpen(long pid, Set<String> sockets) {
        try (var descriptors = Files.newDirectoryStream(PROC.resolve(pid + "/fd"))) {
            for (Path descriptor : descriptors) {
                if (isOneOf(descriptor, sockets)) {
                    return true;
                }
            }
            return false;
        } catch (IOException goneOrForeign) {
            return false;
        }
    }

    private static boolean isOneOf(Path descriptor, Set<String> sockets) {
        try {
            return sockets.contains(Files.readSymbolicLink(descriptor).toString());
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    private static Optional<Long> fromLsof(int port) {
        try {
            var lsof =
                    new ProcessBuilder("lsof", "-nP", "-iTCP:" + port, "-sTCP:LISTEN", "-t")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            try (var output = lsof.inputReader()) {
                Optional<Long> pid = output.lines().findFirst().map(Long::valueOf);
                lsof.waitFor(5, TimeUnit.SECONDS);
                return pid;
            }
        } catch (IOException noLsof) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
