package dev.lectern.testing.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A committed OpenAPI document, read as tests need it: its operations, what each takes and may
/// answer. Made for tests that walk through all operations or judge an answer they received.
public final class DocumentedApi {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode document;
    private final List<DocumentedOperation> operations = new ArrayList<>();

    private DocumentedApi(JsonNode document) {
        this.document = document;
        for (var path : document.path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    operations.add(
                            new DocumentedOperation(
                                    this, method.getKey(), path.getKey(), method.getValue()));
                }
            }
        }
    }

    /// The document of one service, its internal operations included.
    public static DocumentedApi ofService(String service) {
        return read(fileOf(service));
    }

    /// The document of the whole platform, as the gateway shows it.
    public static DocumentedApi ofPlatform() {
        return read(fileOf("openapi"));
    }

    static Path fileOf(String name) {
        return Repository.DOCUMENTS.resolve(name + ".yaml");
    }

    static DocumentedApi read(Path file) {
        try {
            return of(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DocumentedApi of(String yaml) {
        return new DocumentedApi(JSON.valueToTree(YamlText.read(yaml)));
    }

    /// All operations, ordered by path.
    public List<DocumentedOperation> operations() {
        return List.copyOf(operations);
    }

    /// The operation that a request is for; a path without variables goes before one with.
    public Optional<DocumentedOperation> operation(String method, String path) {
        var asked = PathContainer.parsePath(path);
        return operations.stream()
                .filter(one -> one.method().equals(method))
                .filter(one -> PathPatternParser.defaultInstance.parse(one.path()).matches(asked))
                .min(
                        Comparator.comparing(
                                one -> PathPatternParser.defaultInstance.parse(one.path())));
    }

    JsonNode document() {
        return document;
    }

    /// The node itself, or what it refers to.
    JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }
}
