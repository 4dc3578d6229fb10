package dev.lectern.testing;

import dev.lectern.embedded.AtExit;
import dev.lectern.embedded.OwnedProcesses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/// Where the infrastructure of one run of tests keeps its files.
///
/// @param run belongs to this JVM and is deleted with it
/// @param shared what is costly to prepare, kept for all modules and runs
record Workspace(Path run, Path shared) {

    private static final String RUN = "run-";

    static Workspace open() {
        return open(Path.of("target", "infrastructure").toAbsolutePath());
    }

    static Workspace open(Path runs) {
        try {
            Files.createDirectories(runs);
            deleteLeftOvers(runs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path run = runs.resolve(RUN + ProcessHandle.current().pid());
        AtExit.closeLast(() -> FileSystemUtils.deleteRecursively(run));
        return new Workspace(run, repository().resolve("target/infrastructure-shared"));
    }

    Path home(String part) {
        return run.resolve(part);
    }

    /// The jars of a module that runs in a JVM of its own, as its build has listed them.
    Path classPathOf(String module) {
        return repository().resolve(module).resolve("target/runtime.classpath");
    }

    /// A killed run could not clean up after itself.
    private static void deleteLeftOvers(Path runs) throws IOException {
        try (var earlier = Files.newDirectoryStream(runs, RUN + "*")) {
            for (Path run : earlier) {
                OwnedProcesses.endLeftOversUnder(run);
                long pid = Long.parseLong(run.getFileName().toString().substring(RUN.length()));
                if (ProcessHandle.of(pid).isEmpty()) {
                    FileSystemUtils.deleteRecursively(run);
                }
            }
        }
    }

    /// The root of the repository: named by the build, searched for when an IDE runs the tests.
    private static Path repository() {
        String named = System.getProperty("lectern.root");
        if (named != null) {
            return Path.of(named);
        }
        Path start = Path.of("").toAbsolutePath();
        for (Path path = start; path != null; path = path.getParent()) {
            if (Files.isDirectory(path.resolve(".mvn"))) {
                return path;
            }
        }
        return start;
    }
}
