package dev.lectern.launcher.checkout;

import dev.lectern.embedded.AtExit;
import dev.lectern.launcher.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Packages what is missing or older than its sources, with the repository's own Maven wrapper.
///
/// @param log where everything Maven says is kept
/// @param progress told what happens, in words for people
public record Build(Checkout checkout, Path log, Consumer<String> progress) {

    private static final Pattern MODULE =
            Pattern.compile(".*Building (.+) \\S+ +\\[(\\d+)/(\\d+)]");
    private static final int DOWNLOADS_A_LINE = 50;
    private static final int ERRORS_SHOWN = 12;

    // Beside the jar, so that a clean build forgets it: packaging leaves an unchanged jar
    // untouched.
    private static final String STAMP = "launcher.built";

    /// Brings the wanted ones up to date and returns those that were not.
    public List<Deployable> bringUpToDate(List<Deployable> wanted) {
        Instant shared = newestOf(sharedSources());
        var stale = wanted.stream().filter(one -> isStale(one, shared)).toList();
        if (stale.isEmpty()) {
            return stale;
        }
        progress.accept(
                "building "
                        + stale.stream().map(Deployable::name).collect(Collectors.joining(", "))
                        + " (the first time takes a few minutes)");
        var started = FileTime.from(Instant.now());
        runMaven(stale);
        stale.forEach(one -> stamp(one, started));
        return stale;
    }

    private boolean isStale(Deployable one, Instant shared) {
        if (!one.isBuilt()) {
            return true;
        }
        Instant built = latest(modified(one.jar()), modified(one.target().resolve(STAMP)));
        Instant changed =
                newestOf(
                        Stream.of(
                                one.directory().resolve("src/main"),
                                one.directory().resolve("pom.xml")));
        return latest(shared, changed).isAfter(built);
    }

    private Stream<Path> sharedSources() {
        return Stream.of(
                        "pom.xml",
                        "services/services.yaml",
                        "libs/common/src/main",
                        "libs/common/pom.xml",
                        "libs/event-contracts/src/main",
                        "libs/event-contracts/pom.xml")
                .map(checkout.root()::resolve);
    }

    private void runMaven(List<Deployable> stale) {
        var command =
                new ArrayList<>(
                        List.of(
                                checkout.root().resolve("mvnw").toString(),
                                "-B",
                                "-Dmaven.test.skip=true",
                                "-Dstyle.color=never",
                                "-am",
                                "-pl",
                                stale.stream()
                                        .map(checkout::moduleOf)
                                        .collect(Collectors.joining(",")),
                                "package"));
        try {
            var maven =
                    new ProcessBuilder(command)
                            .directory(checkout.root().toFile())
                            .redirectErrorStream(true)
                            .start();
            AtExit.closeFirst(maven::destroy);
            maven.getOutputStream().close();
            var errors = follow(maven);
            if (maven.waitFor() != 0) {
                throw new Failure(
                        "the build failed; all of it is in "
                                + log
                                + "\n"
                                + String.join("\n", errors));
            }
        } catch (IOException e) {
            throw new Failure("./mvnw cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("the build was interrupted", e);
        }
    }

    /// Passes on what people want to know and returns the first errors.
    private List<String> follow(Process maven) throws IOException {
        var errors = new ArrayList<String>();
        int downloads = 0;
        try (var lines = maven.inputReader();
                var all = Files.newBufferedWriter(log)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                all.write(line + "\n");
                var module = MODULE.matcher(line);
                if (module.matches()) {
                    progress.accept(
                            "building %s (%s of %s)"
                                    .formatted(module.group(1), module.group(2), module.group(3)));
                } else if (line.contains("Downloaded from")
                        && ++downloads % DOWNLOADS_A_LINE == 0) {
                    progress.accept("downloading libraries, %d so far".formatted(downloads));
                } else if (line.startsWith("[ERROR]") && errors.size() < ERRORS_SHOWN) {
                    errors.add(line);
                }
            }
        }
        return errors;
    }

    private static void stamp(Deployable one, FileTime time) {
        try {
            Path stamp = one.target().resolve(STAMP);
            Files.writeString(stamp, "");
            Files.setLastModifiedTime(stamp, time);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant newestOf(Stream<Path> trees) {
        return trees.flatMap(Build::filesIn)
                .map(Build::modified)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private static Stream<Path> filesIn(Path tree) {
        if (!Files.exists(tree)) {
            return Stream.empty();
        }
        try (var files = Files.walk(tree)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant modified(Path file) {
        try {
            return Files.exists(file) ? Files.getLastModifiedTime(file).toInstant() : Instant.EPOCH;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
