package dev.lectern.launcher.checkout;

import dev.lectern.events.Platform;
import dev.lectern.launcher.Nearest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The repository the launcher belongs to.
public record Checkout(Path root) {

    /// The name of the front door among the deployables.
    public static final String GATEWAY = "gateway";

    private static final int GATEWAY_PORT = 3000;

    /// Every service of `services.yaml`, then the gateway, as far as the build knows their modules.
    public List<Deployable> deployables() {
        var found = new ArrayList<Deployable>();
        for (var service : Platform.load().services()) {
            found.add(
                    new Deployable(
                            service.name(),
                            root.resolve("services/" + service.name()),
                            service.port(),
                            service.calls()));
        }
        found.add(new Deployable(GATEWAY, root.resolve(GATEWAY), GATEWAY_PORT, List.of()));
        String pom = read(root.resolve("pom.xml"));
        found.removeIf(deployable ->
                !pom.contains("<module>" + moduleOf(deployable) + "</module>")
                        || !Files.exists(deployable.directory().resolve("pom.xml")));
        return List.copyOf(found);
    }

    /// The list of the jars of the object store, which has a JVM of its own.
    public Path objectJars() {
        return root.resolve("local/objects/target/runtime.classpath");
    }

    /// The named ones in the order of the list; all of them when no name is given.
    public List<Deployable> deployables(List<String> names) {
        var all = deployables();
        var known = all.stream().map(Deployable::name).toList();
        names.stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw Nearest.mistake("service", unknown, known);
                });
        return all.stream()
                .filter(deployable -> names.isEmpty() || names.contains(deployable.name()))
                .toList();
    }

    String moduleOf(Deployable deployable) {
        return root.relativize(deployable.directory()).toString().replace('\\', '/');
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
