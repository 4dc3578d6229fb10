package dev.lectern.launcher.running;

import dev.lectern.embedded.OwnedProcesses;
import dev.lectern.launcher.Failure;
import dev.lectern.launcher.figures.Cost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The directory that keeps everything of one platform: data, secrets, logs and what is running.
public record Home(Path directory) {

    private static final String LOCK = "up.lock";
    // A channel that nobody refers to is closed, and its lock with it.
    private static final Map<Home, FileChannel> HELD = new ConcurrentHashMap<>();
    private static final long NEEDED_BYTES = 2L << 30;

    /// Where a part of the infrastructure keeps what is its own.
    public Path of(String part) {
        return directory.resolve(part);
    }

    public Path logs() {
        return made(directory.resolve("logs"));
    }

    /// The log of a service, or of the launcher or the build.
    public Path log(String name) {
        return logs().resolve(name + ".log");
    }

    public Path secrets() {
        return directory.resolve("secrets");
    }

    public RunState.File state() {
        return new RunState.File(directory.resolve("run.properties"));
    }

    /// What the last start cost.
    public Path figures() {
        return directory.resolve("figures.properties");
    }

    /// What the first build cost.
    public Path buildFigures() {
        return directory.resolve("build.properties");
    }

    /// What runs here costs now.
    public Cost cost() {
        var processes = new ArrayList<>(OwnedProcesses.aliveUnder(directory));
        state().launcher().ifPresent(processes::add);
        return Cost.of(processes);
    }

    /// Whether there is anything yet.
    public boolean exists() {
        return Files.isDirectory(directory);
    }

    /// Takes this home for as long as this JVM lives; false while another one has it.
    public boolean take() {
        return HELD.containsKey(this)
                || lock().map(channel -> HELD.put(this, channel) == null).orElse(false);
    }

    /// Whether a platform runs here now.
    public boolean isInUse() {
        // A second handle of the file would give the lock away as it closes.
        if (HELD.containsKey(this)) {
            return true;
        }
        return exists() && lock().map(Home::release).orElse(true);
    }

    /// The platform that runs here, if one does.
    public Optional<RunState> running() {
        return isInUse() ? state().read() : Optional.empty();
    }

    private Optional<FileChannel> lock() {
        try {
            var channel =
                    FileChannel.open(
                            made(directory).resolve(LOCK),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return Optional.of(channel);
            }
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new Failure(directory + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static boolean release(FileChannel channel) {
        try {
            channel.close();
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ends what a killed platform left running, and nothing else; returns the names.
    public List<String> endLeftOvers() {
        return exists() ? OwnedProcesses.endLeftOversUnder(directory) : List.of();
    }

    /// Refuses when the disk has too little room for a platform.
    public void requireRoom() {
        requireRoom(NEEDED_BYTES);
    }

    void requireRoom(long bytes) {
        try {
            long free = Files.getFileStore(made(directory)).getUsableSpace();
            if (free < bytes) {
                throw new Failure(
                        "only %d MB are free on the disk of %s and Lectern needs %d MB; make room, or name another place with LECTERN_HOME"
                                .formatted(free >> 20, directory, bytes >> 20));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Deletes all of it but the launcher, which may be what is running.
    public void deleteData() {
        try (var files = Files.walk(directory)) {
            var data =
                    files.filter(file -> !file.startsWith(of("launcher")))
                            .filter(file -> !file.equals(directory))
                            .sorted(Comparator.reverseOrder())
                            .toList();
            for (Path file : data) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path made(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new Failure(directory + " cannot be made: " + e.getMessage(), e);
        }
    }
}
