package dev.lectern.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The processes started for one home, on disk, so that the next start can end what a killed JVM
/// left behind. A home belongs to one living JVM at a time.
public final class OwnedProcesses implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(OwnedProcesses.class);

    private static final String RECORD = "owned-processes";
    // A file of its own: closing any other handle of a locked file would give the lock away.
    private static final String LOCK = "owner.lock";
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final Path record;
    private final FileChannel lockFile;

    private OwnedProcesses(Path record, FileChannel lockFile) {
        this.record = record;
        this.lockFile = lockFile;
    }

    /// Starts something in a home, which it holds until it closes what it was given, and gives the
    /// home up again when the start fails.
    public static <T> T start(Path home, Starter<T> starter) {
        return AtExit.completely(() -> startIn(home, starter));
    }

    private static <T> T startIn(Path home, Starter<T> starter) {
        OwnedProcesses owned = claim(home);
        try {
            return starter.start(owned);
        } catch (IOException e) {
            owned.close();
            throw new UncheckedIOException("nothing could be started in " + home, e);
        } catch (RuntimeException e) {
            owned.close();
            throw e;
        }
    }

    /// Starts processes and writes each of them down as it does.
    @FunctionalInterface
    public interface Starter<T> {
        T start(OwnedProcesses owned) throws IOException;
    }

    /// Takes a home for this JVM: refuses while another one has it, and ends what a dead one left.
    private static OwnedProcesses claim(Path home) {
        try {
            Files.createDirectories(home);
            FileChannel lockFile = lock(home);
            if (lockFile == null) {
                throw new IllegalStateException(
                        home + " is in use by another running Lectern; stop that one first");
            }
            var owned = new OwnedProcesses(home.resolve(RECORD), lockFile);
            owned.endAll();
            return owned;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ends everything that dead JVMs left in the homes directly under a directory and returns the
    /// names; homes whose JVM lives are left alone.
    public static List<String> endLeftOversUnder(Path directory) {
        var ended = new ArrayList<String>();
        try (var homes = Files.newDirectoryStream(directory, Files::isDirectory)) {
            for (Path home : homes) {
                if (Files.exists(home.resolve(RECORD))) {
                    ended.addAll(endLeftOversOf(home));
                }
            }
            return ended;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Every process written down in the homes directly under a directory that is alive now.
    public static List<ProcessHandle> aliveUnder(Path directory) {
        try (var homes = Files.newDirectoryStream(directory, Files::isDirectory)) {
            var alive = new ArrayList<ProcessHandle>();
            for (Path home : homes) {
                aliveIn(home.resolve(RECORD)).stream()
                        .flatMap(process -> ProcessHandle.of(process.pid()).stream())
                        .forEach(alive::add);
            }
            return alive;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<OwnedProcess> aliveIn(Path record) throws IOException {
        if (!Files.exists(record)) {
            return List.of();
        }
        return Files.readAllLines(record).stream()
                .flatMap(line -> OwnedProcess.parse(line).stream())
                .filter(OwnedProcess::isAlive)
                .toList();
    }

    private static List<String> endLeftOversOf(Path home) throws IOException {
        FileChannel lockFile = lock(home);
        if (lockFile == null) {
            return List.of();
        }
        try (var owned = new OwnedProcesses(home.resolve(RECORD), lockFile)) {
            return owned.endAll();
        }
    }

    /// Writes a process down.
    ///
    /// @param stopSignal what asks it to stop in good order: TERM, INT, …
    public void add(String name, ProcessHandle process, String stopSignal) {
        add(OwnedProcess.of(name, process, stopSignal));
    }

    void add(OwnedProcess process) {
        try {
            Files.writeString(
                    record,
                    process.toLine() + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ends what is written down and still alive, the last started first.
    List<String> endAll() throws IOException {
        if (!Files.exists(record)) {
            return List.of();
        }
        List<OwnedProcess> alive = aliveIn(record).reversed();
        for (OwnedProcess process : alive) {
            log.info(
                    "ending {} (process {}), left by an earlier run",
                    process.name(),
                    process.pid());
            process.end(GRACE);
        }
        Files.delete(record);
        return alive.stream().map(OwnedProcess::name).toList();
    }

    /// Gives the home up; the processes are expected to have ended.
    @Override
    public void close() {
        if (!lockFile.isOpen()) {
            // The record may be the next owner's by now.
            return;
        }
        try {
            Files.deleteIfExists(record);
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileChannel lock(Path home) throws IOException {
        var channel =
                FileChannel.open(
                        home.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException ownedByThisJvm) {
            log.debug("{} is already in use by this JVM", home);
        }
        channel.close();
        return null;
    }
}
