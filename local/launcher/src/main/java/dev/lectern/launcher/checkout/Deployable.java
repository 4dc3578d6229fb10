package dev.lectern.launcher.checkout;

import dev.lectern.launcher.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/// One service, or the gateway, as a module of the repository.
///
/// @param port the documented one
/// @param calls the services it asks over REST
public record Deployable(String name, Path directory, int port, List<String> calls) {

    /// Whether it has been packaged.
    public boolean isBuilt() {
        return Files.exists(classPathFile()) && Files.exists(archive()) && Files.exists(jar());
    }

    /// Its own jar, without libraries.
    public Path jar() {
        var archived = new Properties();
        try (var in = Files.newInputStream(archive())) {
            archived.load(in);
        } catch (IOException e) {
            throw new Failure(name + " is not built: " + archive() + " is missing", e);
        }
        return target().resolve(
                        archived.getProperty("artifactId")
                                + "-"
                                + archived.getProperty("version")
                                + ".jar");
    }

    /// The libraries it runs on, in order.
    public List<Path> libraries() {
        try {
            return Arrays.stream(Files.readString(classPathFile()).strip().split(":"))
                    .map(Path::of)
                    .toList();
        } catch (IOException e) {
            throw new Failure(name + " is not built: " + classPathFile() + " is missing", e);
        }
    }

    /// The class that starts it, known by its name.
    public String mainClass() {
        var pattern = Pattern.compile("dev/lectern/" + name + "/\\w+Application\\.class");
        try (var jar = new JarFile(jar().toFile())) {
            return jar.stream()
                    .map(entry -> entry.getName())
                    .filter(pattern.asMatchPredicate())
                    .map(entry -> entry.replace(".class", "").replace('/', '.'))
                    .findFirst()
                    .orElseThrow(() -> new Failure(jar() + " has no class " + pattern));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path target() {
        return directory.resolve("target");
    }

    private Path classPathFile() {
        return target().resolve("runtime.classpath");
    }

    private Path archive() {
        return target().resolve("maven-archiver/pom.properties");
    }
}
