package dev.lectern.embedded;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/// Finds commands the way a shell does.
final class Executables {

    private Executables() {}

    static Optional<Path> onPath(String command) {
        return find(command, searchPath());
    }

    static Optional<Path> find(String command, String searchPath) {
        return Arrays.stream(searchPath.split(File.pathSeparator))
                .filter(directory -> !directory.isBlank())
                .map(directory -> Path.of(directory, command))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static String searchPath() {
        return Objects.requireNonNullElse(System.getenv("PATH"), "");
    }
}
