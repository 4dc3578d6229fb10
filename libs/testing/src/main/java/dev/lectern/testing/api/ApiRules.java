package dev.lectern.testing.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// What makes a document one that people can use, beyond being right.
final class ApiRules {

    private static final Set<String> NUMBERS = Set.of("integer", "number");
    private static final String UNIT = ".*(Seconds|Bytes|Percent)";

    private final DocumentedApi api;
    private final List<String> faults = new ArrayList<>();

    private ApiRules(DocumentedApi api) {
        this.api = api;
    }

    /// Everything that is missing, one sentence each.
    static List<String> faults(DocumentedApi api) {
        var rules = new ApiRules(api);
        rules.operations();
        rules.tags();
        rules.models();
        return rules.faults;
    }

    private void operations() {
        var ids = new HashSet<String>();
        for (var operation : api.operations()) {
            require(
                    !operation.node().path("summary").asString("").isBlank(),
                    operation + " has no description: write a comment over its method");
            require(
                    operation.id().matches("[a-z]+([A-Z][a-z0-9]*)+"),
                    "%s is called %s: call its method by a verb and its thing"
                            .formatted(operation, operation.id()));
            require(
                    ids.add(operation.id()),
                    "%s is called %s like another".formatted(operation, operation.id()));
            require(
                    operation.statuses().stream().anyMatch(status -> status < 400),
                    operation + " has no answer but refusals");
            parameters(operation);
            example(operation);
        }
    }

    private void parameters(DocumentedOperation operation) {
        for (var parameter : operation.node().path("parameters")) {
            var one = api.resolved(parameter);
            require(
                    !one.path("description").asString("").isBlank(),
                    "%s: say what the parameter %s is for, with @param"
                            .formatted(operation, one.path("name").asString()));
        }
    }

    private void example(DocumentedOperation operation) {
        operation
                .bodyExample()
                .flatMap(example ->
                        new AnswerJudge(api).faults(operation.bodySchema(), example.toString()))
                .ifPresent(fault ->
                        faults.add(
                                "%s: its example does not fit, %s; give one with \"for example `…`\""
                                        .formatted(operation, fault)));
    }

    private void tags() {
        for (var tag : api.document().path("tags")) {
            require(
                    !tag.path("description").asString("").isBlank(),
                    "write a comment over the controller of " + tag.path("name").asString());
        }
    }

    private void models() {
        for (var model : api.document().at("/components/schemas").properties()) {
            for (var property : model.getValue().path("properties").properties()) {
                require(
                        saysItself(property.getKey(), property.getValue())
                                || property.getValue().has("description"),
                        "%s.%s: say with @param what it is, in which unit, or what null means"
                                .formatted(model.getKey(), property.getKey()));
            }
        }
    }

    /// A name is enough for a text, a time, an id, a list and a thing; a number needs its unit, a
    /// truth what is true, and null what it means.
    private static boolean saysItself(String name, JsonNode property) {
        var types = typesOf(property);
        if (types.contains("null") || types.contains("boolean") || isAnything(property)) {
            return false;
        }
        return types.stream().noneMatch(NUMBERS::contains) || name.matches(UNIT);
    }

    private static boolean isAnything(JsonNode property) {
        return property.has("additionalProperties")
                || (property.has("items") && property.path("items").isEmpty());
    }

    private static Set<String> typesOf(JsonNode schema) {
        var type = schema.path("type");
        if (schema.has("oneOf")) {
            return StreamSupport.stream(schema.path("oneOf").spliterator(), false)
                    .flatMap(one -> typesOf(one).stream())
                    .collect(Collectors.toSet());
        }
        return type.isArray()
                ? StreamSupport.stream(type.spliterator(), false)
                        .map(JsonNode::asString)
                        .collect(Collectors.toSet())
                : Set.of(type.asString(""));
    }

    private void require(boolean fulfilled, String fault) {
        if (!fulfilled) {
            faults.add(fault);
        }
    }
}
