package dev.lectern.acceptance.api;

import dev.lectern.events.Platform.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/// The documents of all services, as the repository has them.
public final class ApiDocuments {

    private static final Path FOLDER =
            Path.of(System.getProperty("lectern.root", "..")).resolve("docs/api");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private ApiDocuments() {}

    /// Every operation of every service.
    public static List<Operation> operations() {
        return dev.lectern.events.Platform.load().services().stream()
                .map(Service::name)
                .flatMap(service -> operationsOf(service).stream())
                .toList();
    }

    private static List<Operation> operationsOf(String service) {
        try {
            Map<String, Object> document =
                    new Yaml().load(Files.readString(FOLDER.resolve(service + ".yaml")));
            var shared = nodes(nodes(document.get("components")).get("parameters"));
            return nodes(document.get("paths")).entrySet().stream()
                    .flatMap(path ->
                            nodes(path.getValue()).entrySet().stream()
                                    .filter(method -> METHODS.contains(method.getKey()))
                                    .map(method ->
                                            Operation.of(
                                                    service,
                                                    path.getKey(),
                                                    method.getKey(),
                                                    nodes(method.getValue()),
                                                    shared)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("no API document of " + service, e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> nodes(@Nullable Object node) {
        return (Map<String, Object>) Objects.requireNonNullElse(node, Map.of());
    }
}
