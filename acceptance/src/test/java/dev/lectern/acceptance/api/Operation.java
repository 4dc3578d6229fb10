package dev.lectern.acceptance.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One operation of an API document.
///
/// @param service whose document names it
/// @param headers that must be sent
/// @param hasBody whether it takes JSON that it reads itself; signed text is none
public record Operation(
        String service, String method, String path, Set<String> headers, boolean hasBody) {

    /// @param shared the parameters that operations of this document refer to by name
    static Operation of(
            String service,
            String path,
            String method,
            Map<String, Object> node,
            Map<String, Object> shared) {
        var headers = new TreeSet<String>();
        if (node.get("parameters") instanceof List<?> parameters) {
            for (var one : parameters) {
                if (resolved(one, shared) instanceof Map<?, ?> parameter
                        && "header".equals(parameter.get("in"))) {
                    headers.add(String.valueOf(parameter.get("name")));
                }
            }
        }
        return new Operation(
                service, method.toUpperCase(Locale.ROOT), path, headers, takesJson(node));
    }

    private static boolean takesJson(Map<String, Object> node) {
        return node.get("requestBody") instanceof Map<?, ?> body
                && body.get("content") instanceof Map<?, ?> content
                && content.get("application/json") instanceof Map<?, ?> json
                && json.get("schema") instanceof Map<?, ?> schema
                && !"string".equals(schema.get("type"));
    }

    private static @Nullable Object resolved(Object parameter, Map<String, Object> shared) {
        return parameter instanceof Map<?, ?> node && node.get("$ref") instanceof String reference
                ? shared.get(reference.substring(reference.lastIndexOf('/') + 1))
                : parameter;
    }

    /// As the matrix and the requests name it.
    public String name() {
        return method + " " + path;
    }

    /// Called by services alone.
    public boolean isInternal() {
        return path.startsWith("/internal/");
    }

    public boolean needsKey() {
        return headers.contains("Idempotency-Key");
    }

    public boolean needsVersion() {
        return headers.contains("If-Match");
    }

    public boolean needsStepUp() {
        return headers.contains("Step-Up");
    }

    public boolean writes() {
        return !method.equals("GET");
    }

    @Override
    public String toString() {
        return name();
    }
}
