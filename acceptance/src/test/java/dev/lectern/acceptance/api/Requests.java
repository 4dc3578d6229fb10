package dev.lectern.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/// The request of `requests.yaml` for each operation, with the things of one platform filled in.
///
/// @param named what `${…}` stands for
public record Requests(UnaryOperator<String> named) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]+)}");
    private static final Map<String, Map<String, Object>> ALL = read();

    /// A request ready to be sent.
    ///
    /// @param path with its query
    /// @param body JSON or a text, empty where there is none
    /// @param type what the body is
    public record Request(
            String method, String path, String body, String type, @Nullable String ifMatch) {}

    /// The operations there is a request for.
    public static Set<String> operations() {
        return ALL.keySet();
    }

    public Request of(Operation operation) {
        var request = Objects.requireNonNull(ALL.get(operation.name()), operation.name());
        var path = operation.path();
        if (request.get("path") instanceof Map<?, ?> variables) {
            for (var variable : variables.entrySet()) {
                path =
                        path.replace(
                                "{" + variable.getKey() + "}",
                                filled(String.valueOf(variable.getValue())));
            }
        }
        assertThat(path).as("every variable of the path is given").doesNotContain("{");
        if (request.get("query") instanceof String query) {
            path += "?" + filled(query);
        }
        var body =
                request.containsKey("body")
                        ? filled(JsonMapper.shared().writeValueAsString(request.get("body")))
                        : String.valueOf(request.getOrDefault("text", ""));
        var type = String.valueOf(request.getOrDefault("type", "application/json"));
        var ifMatch = request.get("ifMatch") instanceof String version ? filled(version) : null;
        return new Request(operation.method(), path, body, type, ifMatch);
    }

    private String filled(String text) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(named.apply(found.group(1))));
    }

    private static Map<String, Map<String, Object>> read() {
        try (var file = Requests.class.getResourceAsStream("/requests.yaml")) {
            return new Yaml().load(Objects.requireNonNull(file, "requests.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
