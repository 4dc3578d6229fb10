package dev.lectern.testing.api;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

/// Completes the model of a record: what its comment says of it and of its components, which of
/// them may be missing or null, and the limits on what a `PATCH` sends.
final class RecordWriter {

    private static final Pattern EXAMPLE = Pattern.compile("for example `([^`]+)`");

    /// A comment that begins with values, such as `DRAFT or PUBLISHED`, lists them all.
    private static final Pattern VALUES =
            Pattern.compile("^[A-Z][A-Z0-9_]+(?:(?:, | or )[A-Z][A-Z0-9_]+)*(?=[.:;]|$)");

    private final Sources sources;

    RecordWriter(Sources sources) {
        this.sources = sources;
    }

    void complete(Schema<?> model, Class<?> type) {
        var comment = sources.of(type);
        if (!comment.text().isEmpty()) {
            model.setDescription(comment.text());
        }
        if (model.getProperties() == null) {
            return;
        }
        // In the order of the record, which is the order of an answer.
        var inOrder = new LinkedHashMap<>(model.getProperties());
        inOrder.clear();
        var required = new ArrayList<String>();
        for (var component : type.getRecordComponents()) {
            var property = model.getProperties().get(component.getName());
            if (property != null) {
                var said = comment.of(component.getName()).orElse("");
                inOrder.put(component.getName(), complete(property, component, said));
                if (!new ComponentType(component).isNullable()) {
                    required.add(component.getName());
                }
            }
        }
        model.setProperties(inOrder);
        model.setRequired(required);
    }

    private static Schema<?> complete(Schema<?> property, RecordComponent component, String said) {
        var type = new ComponentType(component);
        Limits.write(property, type.value());
        var text = said;
        var completed = property;
        var values = VALUES.matcher(said);
        if (values.find() && isPlainText(property)) {
            completed = oneOf(List.of(values.group().split(", | or ")));
            text = said.substring(values.end()).replaceFirst("^[.:;]\\s*", "");
        }
        if (type.admitsNull(said)) {
            completed = orNull(completed);
        }
        if (!text.isEmpty()) {
            completed.setDescription(OperationWriter.sentence(text));
        }
        var example = EXAMPLE.matcher(said);
        if (example.find()) {
            completed.setExample(valueOf(example.group(1), property));
        }
        return completed;
    }

    private static boolean isPlainText(Schema<?> property) {
        return property.getTypes() != null
                && property.getTypes().contains("string")
                && property.getFormat() == null
                && property.getEnum() == null;
    }

    /// A text that is one of these.
    static Schema<?> oneOf(List<String> values) {
        var schema = new JsonSchema();
        schema.addType("string");
        values.forEach(schema::addEnumItemObject);
        return schema;
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() != null) {
            return new JsonSchema()
                    .addOneOfItem(schema)
                    .addOneOfItem(new JsonSchema().typesItem("null"));
        }
        schema.addType("null");
        if (schema instanceof JsonSchema listing && listing.getEnum() != null) {
            listing.addEnumItemObject(null);
        }
        return schema;
    }

    private static Object valueOf(String text, Schema<?> property) {
        return property.getTypes() != null && property.getTypes().contains("integer")
                ? (Object) Long.valueOf(text)
                : text;
    }
}
