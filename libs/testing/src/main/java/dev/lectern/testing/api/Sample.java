package dev.lectern.testing.api;

import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A body as somebody might send it: the examples the comments give, and for the rest a value that
/// fits.
final class Sample {

    private static final Map<String, String> BY_FORMAT =
            Map.of(
                    "uuid", "0199a3c0-1f00-7a10-8b00-000000000001",
                    "date-time", "2026-10-02T09:15:00Z",
                    "date", "2026-10-02",
                    "uri", "https://example.com/");

    private final Models models;

    Sample(Models models) {
        this.models = models;
    }

    Object of(Schema<?> schema) {
        return of("value", schema);
    }

    private Object of(String name, Schema<?> declared) {
        var schema = models.resolved(declared);
        if (declared.getExample() != null) {
            return declared.getExample();
        }
        var alternatives = Models.alternatives(schema);
        if (!alternatives.isEmpty()) {
            return of(name, alternatives.getFirst());
        }
        if (schema.getEnum() != null) {
            return Objects.requireNonNull(schema.getEnum().getFirst());
        }
        if (schema.getProperties() != null) {
            return object(schema);
        }
        return switch (typeOf(schema)) {
            case "array" -> list(name, schema);
            case "integer", "number" -> schema.getMinimum() == null ? 1 : schema.getMinimum();
            case "boolean" -> true;
            case "string" -> text(name, schema);
            default -> Map.of();
        };
    }

    /// All that is needed; where nothing is, all that stands alone.
    private Object object(Schema<?> schema) {
        var needed = schema.getRequired() == null ? List.<String>of() : schema.getRequired();
        var fields = new LinkedHashMap<String, Object>();
        schema.getProperties()
                .forEach((name, property) -> {
                    if (needed.isEmpty() ? standsAlone(property) : needed.contains(name)) {
                        fields.put(name, of(name, property));
                    }
                });
        return fields;
    }

    /// Ids of other things cannot be made up.
    private boolean standsAlone(Schema<?> property) {
        return !"uuid".equals(property.getFormat())
                && property.get$ref() == null
                && Models.alternatives(property).isEmpty();
    }

    private Object list(String name, Schema<?> schema) {
        var items = models.resolved(schema.getItems());
        return typeOf(items).isEmpty() && items.getProperties() == null
                ? List.of()
                : List.of(of(name.replaceAll("s$", ""), schema.getItems()));
    }

    private static String text(String name, Schema<?> schema) {
        var format = schema.getFormat();
        var usual = format == null ? null : BY_FORMAT.get(format);
        if (usual != null) {
            return usual;
        }
        var words = name.replaceAll("([a-z])([A-Z])", "$1 $2");
        var text =
                Character.toUpperCase(words.charAt(0))
                        + words.substring(1).toLowerCase(Locale.ROOT);
        var longest = schema.getMaxLength();
        return longest == null || text.length() <= longest ? text : text.substring(0, longest);
    }

    private static String typeOf(@Nullable Schema<?> schema) {
        return schema == null || schema.getTypes() == null
                ? ""
                : schema.getTypes().stream()
                        .filter(type -> !type.equals("null"))
                        .findFirst()
                        .orElse("");
    }
}
