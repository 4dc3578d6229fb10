package dev.lectern.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The parameters of a request by their names with brackets: `line_items[0][quantity]`.
record Form(Map<String, String> values) {

    static Form of(String encoded) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return new Form(values);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    String required(String name) {
        return text(name).orElseThrow(() -> StripeError.required(name));
    }

    Optional<Long> integer(String name) {
        return text(name).map(value -> integer(name, value));
    }

    /// Whether anything is given below this name.
    boolean has(String name) {
        return values.keySet().stream().anyMatch(key -> key.startsWith(name + "["));
    }

    /// The texts below a name, such as `metadata`.
    ObjectNode map(String name) {
        var map = Store.node();
        String start = name + "[";
        values.forEach((key, value) -> {
            if (key.startsWith(start)) {
                map.put(key.substring(start.length(), key.length() - 1), value);
            }
        });
        return map;
    }

    /// Whether the caller wants a reference replaced by what it leads to.
    boolean expands(String field) {
        return values.entrySet().stream()
                .anyMatch(entry ->
                        entry.getKey().startsWith("expand[") && entry.getValue().equals(field));
    }

    private static Long integer(String name, String value) {
        try {
            return Long.valueOf(value);
        } catch (NumberFormatException e) {
            throw StripeError.invalid(
                    "parameter_invalid_integer", name, "Invalid integer: " + value);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }
}
