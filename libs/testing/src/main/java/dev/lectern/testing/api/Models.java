package dev.lectern.testing.api;

import io.swagger.v3.core.util.Yaml31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What follows from which operation uses which model: what an answer is, that a body takes no
/// field it does not know, and how one looks.
final class Models {

    private final OpenAPI api;

    private Models(OpenAPI api) {
        this.api = api;
    }

    static void finish(OpenAPI api) {
        var models = new Models(api);
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(operation -> {
                    models.describeAnswer(operation);
                    models.closeAndShowBody(operation);
                });
        models.dropUnused();
    }

    private void describeAnswer(Operation operation) {
        operation
                .getResponses()
                .forEach((status, response) -> {
                    var model = status.startsWith("2") ? modelIn(response.getContent()) : null;
                    if (model != null && model.getDescription() != null) {
                        response.setDescription(model.getDescription().split("(?<=\\.)\\s", 2)[0]);
                    }
                });
    }

    private void closeAndShowBody(Operation operation) {
        if (operation.getRequestBody() == null) {
            return;
        }
        var content = operation.getRequestBody().getContent();
        var model = modelIn(content);
        if (model != null) {
            close(model, new HashSet<>());
            content.values().forEach(body -> body.setExample(new Sample(this).of(model)));
        }
    }

    private void close(Schema<?> schema, Set<Schema<?>> seen) {
        var model = resolved(schema);
        if (!seen.add(model)) {
            return;
        }
        if (model.getProperties() != null) {
            model.setAdditionalProperties(false);
            model.getProperties().values().forEach(property -> close(property, seen));
        }
        if (model.getItems() != null) {
            close(model.getItems(), seen);
        }
        alternatives(model).forEach(one -> close(one, seen));
    }

    static List<Schema<?>> alternatives(Schema<?> schema) {
        return schema.getOneOf() == null
                ? List.of()
                : schema.getOneOf().stream().<Schema<?>>map(one -> one).toList();
    }

    Schema<?> resolved(Schema<?> schema) {
        if (schema.get$ref() == null) {
            return schema;
        }
        var name = RecordModels.nameIn(schema.get$ref());
        return Objects.requireNonNull(api.getComponents().getSchemas().get(name), name);
    }

    private @Nullable Schema<?> modelIn(@Nullable Content content) {
        if (content == null || content.isEmpty()) {
            return null;
        }
        var schema = content.values().iterator().next().getSchema();
        return schema.get$ref() == null ? null : resolved(schema);
    }

    private void dropUnused() {
        var components = api.getComponents();
        var written = Yaml31.pretty(api);
        components.getParameters().keySet().removeIf(isUnused(written, "parameters"));
        components.getHeaders().keySet().removeIf(isUnused(written, "headers"));
        components.getSchemas().keySet().removeIf(isUnused(written, "schemas"));
    }

    private static Predicate<String> isUnused(String written, String kind) {
        return name -> !written.contains("#/components/%s/%s\"".formatted(kind, name));
    }
}
