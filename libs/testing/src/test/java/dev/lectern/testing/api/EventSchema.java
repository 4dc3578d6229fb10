package dev.lectern.testing.api;

import dev.lectern.events.ContractEvent;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an event carries, as JSON Schema: its record's components with what the comments say of
/// them. Fields may be added to an event, so none that is unknown is refused.
final class EventSchema {

    private final Sources sources;

    EventSchema(Sources sources) {
        this.sources = sources;
    }

    Map<String, Object> of(Class<? extends ContractEvent> event) {
        var type = ContractEvent.typeOf(event);
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "/docs/events/" + type + ".json");
        schema.put("title", type);
        schema.putAll(object(event));
        return schema;
    }

    private Map<String, Object> object(Class<?> type) {
        var comment = sources.of(type);
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        for (var component : type.getRecordComponents()) {
            var declared = component.getAnnotatedType();
            var property = value(declared);
            comment.of(component.getName()).ifPresent(said -> property.put("description", said));
            properties.put(component.getName(), property);
            if (!declared.isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
        }
        var schema = new LinkedHashMap<String, Object>();
        if (!comment.text().isEmpty()) {
            schema.put("description", comment.text());
        }
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        return schema;
    }

    private Map<String, Object> value(AnnotatedType declared) {
        if (declared instanceof AnnotatedParameterizedType listing) {
            var schema = simple("array");
            schema.put("items", value(listing.getAnnotatedActualTypeArguments()[0]));
            return schema;
        }
        var type = (Class<?>) declared.getType();
        if (type.isRecord()) {
            return object(type);
        }
        if (type.isEnum()) {
            var schema = simple("string");
            schema.put(
                    "enum", Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList());
            return schema;
        }
        return switch (type.getSimpleName()) {
            case "UUID" -> formatted("string", "uuid");
            case "Instant" -> formatted("string", "date-time");
            case "LocalDate" -> formatted("string", "date");
            case "int", "Integer" -> formatted("integer", "int32");
            case "long", "Long" -> formatted("integer", "int64");
            case "double", "Double", "BigDecimal" -> simple("number");
            case "boolean", "Boolean" -> simple("boolean");
            case "String" -> simple("string");
            default -> throw new IllegalStateException("how is a " + type + " written in JSON?");
        };
    }

    private static Map<String, Object> simple(String type) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", type);
        return schema;
    }

    private static Map<String, Object> formatted(String type, String format) {
        var schema = simple(type);
        schema.put("format", format);
        return schema;
    }
}
