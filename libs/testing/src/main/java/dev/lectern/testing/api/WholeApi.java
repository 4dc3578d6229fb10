package dev.lectern.testing.api;

import dev.lectern.events.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes one document of those of all services, as they are committed: without the calls between
/// services, and with a name of its own for each model.
final class WholeApi {

    private static final List<String> SHARED_PARTS =
            List.of("securitySchemes", "parameters", "headers", "responses");

    private final Map<String, Map<String, Object>> documents = new LinkedHashMap<>();

    private WholeApi() {}

    /// The document as it should be committed now.
    static String generate() throws IOException {
        var whole = new WholeApi();
        var services = Platform.load().services().stream().map(Platform.Service::name);
        for (var name : Stream.concat(Stream.of("sign-in"), services).toList()) {
            var file = DocumentedApi.fileOf(name);
            if (Files.exists(file)) {
                whole.documents.put(name, YamlText.read(Files.readString(file)));
            }
        }
        return YamlText.write(whole.document());
    }

    private Map<String, Object> document() throws IOException {
        var whole = new LinkedHashMap<String, Object>();
        whole.put("openapi", "3.1.0");
        whole.put("info", info());
        whole.put("servers", List.of(Map.of("url", "/")));
        whole.put("security", List.of(Map.of("bearer", List.of())));
        var tags = new ArrayList<Object>();
        var paths = new TreeMap<String, Object>();
        var models = new TreeMap<String, Object>();
        var parts = new LinkedHashMap<String, Object>();
        var problems = new TreeMap<String, Map<String, Object>>();
        var renamed = renamed();
        documents.forEach((service, document) -> {
            var names = Objects.requireNonNull(renamed.get(service));
            list(document, "tags").stream()
                    .filter(tag -> !"internal".equals(map(tag).get("name")))
                    .forEach(tags::add);
            map(document.get("paths"))
                    .forEach((path, item) -> {
                        if (!path.startsWith("/internal/")) {
                            paths.put(path, withNames(item, names));
                        }
                    });
            modelsOf(document)
                    .forEach((name, model) ->
                            models.put(names.getOrDefault(name, name), withNames(model, names)));
            SHARED_PARTS.forEach(kind -> addParts(parts, kind, document));
            map(document.get("x-problems"))
                    .forEach((code, problem) ->
                            problems.merge(code, map(problem), WholeApi::bothMeanings));
        });
        whole.put("tags", tags);
        whole.put("paths", paths);
        parts.put("schemas", used(models, paths, parts));
        whole.put("components", parts);
        whole.put("x-problems", problems);
        return whole;
    }

    /// The page in the same folder is the introduction.
    private static Map<String, Object> info() throws IOException {
        var page = Files.readString(Repository.DOCUMENTS.resolve("README.md"));
        var info = new LinkedHashMap<String, Object>();
        info.put("title", "Lectern");
        info.put("version", "v1");
        info.put("description", page.substring(page.indexOf("\n## ") + 1).strip());
        return info;
    }

    /// Two services may give one name to different models; then each is called after its service.
    private Map<String, Map<String, String>> renamed() {
        var byName = new TreeMap<String, SortedMap<String, Object>>();
        documents.forEach((service, document) ->
                modelsOf(document)
                        .forEach((name, model) ->
                                byName.computeIfAbsent(name, any -> new TreeMap<>())
                                        .put(service, model)));
        var renamed = new LinkedHashMap<String, Map<String, String>>();
        documents.keySet().forEach(service -> renamed.put(service, new TreeMap<>()));
        byName.forEach((name, models) -> {
            if (models.values().stream().distinct().count() > 1) {
                models.keySet()
                        .forEach(service ->
                                Objects.requireNonNull(renamed.get(service))
                                        .put(
                                                name,
                                                Character.toUpperCase(service.charAt(0))
                                                        + service.substring(1)
                                                        + name));
            }
        });
        return renamed;
    }

    private static Map<String, Object> modelsOf(Map<String, Object> document) {
        return map(map(document.get("components")).get("schemas"));
    }

    /// The same in all documents, as long as all of them are fresh.
    private static void addParts(
            Map<String, Object> parts, String kind, Map<String, Object> document) {
        var all = new TreeMap<>(map(parts.get(kind)));
        all.putAll(map(map(document.get("components")).get(kind)));
        parts.put(kind, all);
    }

    private static Map<String, Object> bothMeanings(
            Map<String, Object> one, Map<String, Object> other) {
        var statuses = new TreeSet<Object>(list(one, "statuses"));
        statuses.addAll(list(other, "statuses"));
        var meaning = String.valueOf(one.get("meaning"));
        var further = String.valueOf(other.get("meaning"));
        return new TreeMap<>(
                Map.of(
                        "statuses",
                        List.copyOf(statuses),
                        "meaning",
                        meaning.contains(further) ? meaning : meaning + " " + further));
    }

    private static Object withNames(Object node, Map<String, String> names) {
        return switch (node) {
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, Object>();
                map.forEach((key, value) ->
                        copy.put(
                                String.valueOf(key),
                                "$ref".equals(key)
                                        ? reference(String.valueOf(value), names)
                                        : withNames(value, names)));
                yield copy;
            }
            case List<?> list -> list.stream().map(item -> withNames(item, names)).toList();
            default -> node;
        };
    }

    private static String reference(String reference, Map<String, String> names) {
        var name = reference.substring(reference.lastIndexOf('/') + 1);
        return reference.startsWith("#/components/schemas/")
                ? "#/components/schemas/" + names.getOrDefault(name, name)
                : reference;
    }

    /// Models of the calls between services alone are left out.
    private static Map<String, Object> used(
            SortedMap<String, Object> models,
            Map<String, Object> paths,
            Map<String, Object> parts) {
        var used = new TreeMap<>(models);
        var before = -1;
        while (before != used.size()) {
            before = used.size();
            var written = String.valueOf(paths) + parts + used;
            used.keySet()
                    .removeIf(name ->
                            !written.contains("#/components/schemas/" + name + "}")
                                    && !written.contains("#/components/schemas/" + name + ","));
        }
        return used;
    }

    private static Map<String, Object> map(@Nullable Object node) {
        var map = new LinkedHashMap<String, Object>();
        if (node instanceof Map<?, ?> found) {
            found.forEach((key, value) -> map.put(String.valueOf(key), value));
        }
        return map;
    }

    private static List<?> list(Map<String, Object> node, String name) {
        return node.get(name) instanceof List<?> found ? found : List.of();
    }
}
