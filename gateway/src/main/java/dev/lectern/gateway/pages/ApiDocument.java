package dev.lectern.gateway.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The OpenAPI document of the whole platform, as it was committed and packed at build time.
@Component
final class ApiDocument {

    /// One call of the API.
    record Operation(String method, String path, JsonNode node) {

        String id() {
            return node.path("operationId").asString("");
        }

        String tag() {
            return node.path("tags").path(0).asString("");
        }

        String summary() {
            return node.path("summary").asString("");
        }
    }

    private static final String FILE = "api-docs/openapi.yaml";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private final String yaml;
    private final JsonNode tree;
    private final List<Operation> operations = new ArrayList<>();

    ApiDocument(JsonMapper json) throws IOException {
        yaml = new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8);
        tree =
                json.valueToTree(
                        new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(yaml));
        for (var path : tree.path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    operations.add(
                            new Operation(
                                    method.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    method.getValue()));
                }
            }
        }
    }

    String yaml() {
        return yaml;
    }

    JsonNode tree() {
        return tree;
    }

    List<Operation> operations() {
        return operations;
    }

    /// The node itself, or what it refers to.
    JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : tree.at(reference.substring(1));
    }

    /// The codes a response may carry; none where it is no refusal.
    Set<String> codes(JsonNode response) {
        Set<String> codes = new TreeSet<>();
        for (JsonNode part :
                resolved(response).at("/content/application~1problem+json/schema/allOf")) {
            part.at("/properties/code/enum").forEach(code -> codes.add(code.asString()));
        }
        return codes;
    }

    JsonNode problem(String code) {
        return tree.path("x-problems").path(code);
    }
}
