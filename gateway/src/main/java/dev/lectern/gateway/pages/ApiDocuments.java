package dev.lectern.gateway.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The OpenAPI documents committed under `docs/api`, as they were packed at build time.
@Component
final class ApiDocuments {

    /// One call of the API.
    record Operation(String method, String path, String summary) {}

    /// One document, with what the index shows of it.
    record ApiDocument(String file, String title, List<Operation> operations, String source) {}

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final List<ApiDocument> all;

    ApiDocuments() throws IOException {
        List<ApiDocument> found = new ArrayList<>();
        for (Resource resource :
                new PathMatchingResourcePatternResolver().getResources("classpath*:api-docs/*.*")) {
            String file = resource.getFilename();
            if (file != null && file.matches("[\\w.-]+\\.(json|yaml|yml)")) {
                read(file, resource).ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparing(ApiDocument::file));
        this.all = List.copyOf(found);
    }

    List<ApiDocument> all() {
        return all;
    }

    Optional<ApiDocument> named(String file) {
        return all.stream().filter(document -> document.file().equals(file)).findFirst();
    }

    /// AsyncAPI and whatever else lies beside them is not about calls, so it is left out.
    private static Optional<ApiDocument> read(String file, Resource resource) {
        try (InputStream in = resource.getInputStream()) {
            String source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            // JSON is YAML too.
            Object parsed = new Yaml(new SafeConstructor(new LoaderOptions())).load(source);
            if (!(parsed instanceof Map<?, ?> document) || !document.containsKey("openapi")) {
                return Optional.empty();
            }
            return Optional.of(
                    new ApiDocument(file, title(document, file), operations(document), source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String title(Map<?, ?> document, String file) {
        return document.get("info") instanceof Map<?, ?> info && info.get("title") != null
                ? info.get("title").toString()
                : file;
    }

    private static List<Operation> operations(Map<?, ?> document) {
        List<Operation> operations = new ArrayList<>();
        if (document.get("paths") instanceof Map<?, ?> paths) {
            paths.forEach((path, item) -> {
                if (item instanceof Map<?, ?> methods) {
                    methods.forEach((method, operation) ->
                            add(operations, method.toString(), path.toString(), operation));
                }
            });
        }
        return operations;
    }

    private static void add(
            List<Operation> operations, String method, String path, Object operation) {
        if (METHODS.contains(method) && operation instanceof Map<?, ?> described) {
            Object summary = described.get("summary");
            operations.add(
                    new Operation(
                            method.toUpperCase(Locale.ROOT),
                            path,
                            summary == null ? "" : summary.toString()));
        }
    }
}
