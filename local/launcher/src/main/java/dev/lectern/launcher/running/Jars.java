package dev.lectern.launcher.running;

import dev.lectern.launcher.checkout.Deployable;
import dev.lectern.launcher.loading.ServiceJars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The jars a platform runs from. Those of the repository itself are copied, so that a build while
/// it runs does not pull them away from under it.
///
/// @param root of the repository
/// @param copies where the copies are kept
record Jars(Path root, Path copies) {

    static Jars fresh(Path root, Path copies) {
        try {
            Files.createDirectories(copies);
            try (var old = Files.newDirectoryStream(copies)) {
                for (Path jar : old) {
                    Files.delete(jar);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Jars(root, copies);
    }

    ServiceJars of(Deployable one) {
        return new ServiceJars(
                one.name(),
                copied(one.jar()),
                one.libraries().stream()
                        .map(jar -> jar.startsWith(root) ? copied(jar) : jar)
                        .toList());
    }

    private Path copied(Path jar) {
        Path copy = copies.resolve(jar.getFileName());
        try {
            if (!Files.exists(copy)) {
                Files.copy(jar, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
