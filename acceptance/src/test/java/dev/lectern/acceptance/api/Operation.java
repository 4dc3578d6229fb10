package dev.lectern.acceptance.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// One operation of an API document.
///
/// @param service whose document names it
/// @param headers that must be sent
public record Operation(
        String service, String method, String path, Set<String> headers, boolean hasBody) {

    private static final Map<String, String> SHARED_HEADERS =
            Map.of(
                    "#/components/parameters/IdempotencyKey", "Idempotency-Key",
                    "#/components/parameters/IfMatch", "If-Match");

    static Operation of(String service, String path, String method, Map<String, Object> node) {
        var headers = new TreeSet<String>();
        if (node.get("parameters") instanceof List<?> parameters) {
            for (var one : parameters) {
                if (one instanceof Map<?, ?> parameter) {
                    var shared = SHARED_HEADERS.get(String.valueOf(parameter.get("$ref")));
                    if (shared != null) {
                        headers.add(shared);
                    }
                }
            }
        }
        return new Operation(
                service,
                method.toUpperCase(Locale.ROOT),
                path,
                headers,
                node.containsKey("requestBody"));
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

    public boolean writes() {
        return !method.equals("GET");
    }

    @Override
    public String toString() {
        return name();
    }
}
