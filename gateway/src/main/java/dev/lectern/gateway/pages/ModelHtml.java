package dev.lectern.gateway.pages;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// The models of the API: their fields with types, limits and meanings.
final class ModelHtml {

    private final ApiDocument document;

    ModelHtml(ApiDocument document) {
        this.document = document;
    }

    /// All of them, each where its name leads to.
    String all() {
        return document.tree().at("/components/schemas").properties().stream()
                .map(this::section)
                .collect(Collectors.joining());
    }

    private String section(Map.Entry<String, JsonNode> model) {
        return "<article id=\"model-%s\">\n<h3>%s</h3>\n%s%s</article>\n"
                .formatted(
                        Html.text(model.getKey()),
                        Html.text(model.getKey()),
                        Markdown.html(model.getValue().path("description").asString("")),
                        fields(model.getValue()));
    }

    /// The fields of a model as a table.
    String fields(JsonNode model) {
        Set<String> required = new HashSet<>();
        model.path("required").forEach(name -> required.add(name.asString()));
        StringBuilder rows = new StringBuilder();
        for (Map.Entry<String, JsonNode> field : model.path("properties").properties()) {
            rows.append(
                    OperationHtml.row(
                            "<code>%s</code>".formatted(Html.text(field.getKey())),
                            typeOf(field.getValue())
                                    + (required.contains(field.getKey()) ? "" : ", optional"),
                            Markdown.line(field.getValue().path("description").asString(""))));
        }
        return rows.isEmpty() ? "" : "<table>%s</table>\n".formatted(rows);
    }

    /// A type in a few words, with a link where it is a model.
    String typeOf(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            String name = Html.text(reference.substring(reference.lastIndexOf('/') + 1));
            return "<a href=\"#model-%s\">%s</a>".formatted(name, name);
        }
        if (schema.has("oneOf")) {
            return StreamSupport.stream(schema.path("oneOf").spliterator(), false)
                    .map(this::typeOf)
                    .collect(Collectors.joining(" or "));
        }
        if (schema.has("enum")) {
            return StreamSupport.stream(schema.path("enum").spliterator(), false)
                    .map(value -> "<code>%s</code>".formatted(Html.text(value.asString("null"))))
                    .collect(Collectors.joining(" "));
        }
        if (schema.has("items")) {
            return "list of " + typeOf(schema.path("items")) + limits(schema, "Items", "items");
        }
        return plain(schema) + limits(schema, "Length", "characters") + range(schema);
    }

    private static String plain(JsonNode schema) {
        List<String> types = new ArrayList<>();
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            type.forEach(one -> types.add(one.asString()));
        } else {
            types.add(type.asString("anything"));
        }
        String format = schema.path("format").asString("");
        if (!format.isEmpty() && !format.startsWith("int")) {
            types.set(0, format);
        }
        return Html.text(String.join(" or ", types));
    }

    private static String limits(JsonNode schema, String of, String unit) {
        return between(schema.path("min" + of), schema.path("max" + of), " " + unit);
    }

    private static String range(JsonNode schema) {
        return between(schema.path("minimum"), schema.path("maximum"), "");
    }

    private static String between(JsonNode least, JsonNode most, String unit) {
        if (least.isMissingNode() && most.isMissingNode()) {
            return "";
        }
        String from = least.asString("");
        String to = most.asString("");
        return ", "
                + (from.isEmpty()
                        ? "at most " + to
                        : to.isEmpty() ? "at least " + from : from + " to " + to)
                + unit;
    }
}
