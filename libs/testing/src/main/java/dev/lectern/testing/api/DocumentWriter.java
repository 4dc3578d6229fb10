package dev.lectern.testing.api;

import io.swagger.v3.core.util.Yaml31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.servers.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;

/// Makes the document of a service out of what the generator found by reflection: its operations
/// and models, completed from the comments, in an order that does not depend on any run.
final class DocumentWriter {

    private final String service;
    private final Handlers handlers;
    private final WebInvocationPrivilegeEvaluator security;
    private final RecordModels records;
    private final Sources sources;

    DocumentWriter(
            String service,
            Handlers handlers,
            WebInvocationPrivilegeEvaluator security,
            RecordModels records,
            Sources sources) {
        this.service = service;
        this.handlers = handlers;
        this.security = security;
        this.records = records;
        this.sources = sources;
    }

    void complete(OpenAPI api) {
        api.info(new Info().title("Lectern " + service).version("v1"));
        api.servers(List.of(new Server().url("/")));
        api.security(List.of(new SecurityRequirement().addList("bearer")));
        var shared = sharedParts();
        var problems = new ProblemResponses(sources, shared);
        var tags = new Tags(sources);
        var offered = offered(api);
        var operations =
                new OperationWriter(sources, problems, editedUnderIfMatch(offered.keySet()));
        offered.forEach((shape, operation) -> {
            tags.add(shape);
            operations.complete(operation, shape, Access.to(security, shape));
        });
        api.setPaths(pathsOf(offered));
        api.setTags(tags.all());
        api.addExtension("x-problems", problems.catalogue());
        api.setComponents(components(shared, api.getComponents()));
        Models.finish(api);
    }

    /// Operations of our own, without those of the framework.
    private Map<Shape, Operation> offered(OpenAPI api) {
        var paths = new TreeMap<>(api.getPaths());
        var offered = new LinkedHashMap<Shape, Operation>();
        paths.forEach((path, item) ->
                item.readOperationsMap()
                        .forEach((method, operation) ->
                                handlers.of(method.name(), path)
                                        .map(handler ->
                                                new Shape(
                                                        method.name(),
                                                        path,
                                                        handler,
                                                        paths.keySet()))
                                        .ifPresent(shape -> offered.put(shape, operation))));
        return offered;
    }

    private static Set<String> editedUnderIfMatch(Set<Shape> shapes) {
        return shapes.stream()
                .filter(Shape::takesIfMatch)
                .map(Shape::path)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Paths pathsOf(Map<Shape, Operation> offered) {
        var paths = new Paths();
        offered.forEach((shape, operation) ->
                paths.computeIfAbsent(shape.path(), any -> new PathItem())
                        .operation(PathItem.HttpMethod.valueOf(shape.method()), operation));
        return paths;
    }

    private Components components(Components shared, Components found) {
        var writer = new RecordWriter(sources);
        var models = new TreeMap<>(found.getSchemas());
        models.keySet().retainAll(records.records().keySet());
        models.forEach((name, model) ->
                Optional.ofNullable(records.records().get(name))
                        .ifPresent(type -> writer.complete(model, type)));
        models.putAll(shared.getSchemas());
        shared.setSchemas(models);
        return shared;
    }

    private static Components sharedParts() {
        try (var parts = DocumentWriter.class.getResourceAsStream("/api/shared.yaml")) {
            return Yaml31.mapper().readValue(parts, OpenAPI.class).getComponents();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
