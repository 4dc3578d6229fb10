package dev.lectern.testing.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One operation of a document.
public final class DocumentedOperation {

    /// A parameter of the path or the query, or a header.
    ///
    /// @param in `path`, `query` or `header`
    public record Parameter(String name, String in, boolean required, JsonNode schema) {}

    private final DocumentedApi api;
    private final String method;
    private final String path;
    private final JsonNode node;

    DocumentedOperation(DocumentedApi api, String method, String path, JsonNode node) {
        this.api = api;
        this.method = method.toUpperCase(Locale.ROOT);
        this.path = path;
        this.node = node;
    }

    public String id() {
        return node.path("operationId").asString("");
    }

    public String method() {
        return method;
    }

    /// With its variables in braces.
    public String path() {
        return path;
    }

    public String tag() {
        return node.path("tags").path(0).asString("");
    }

    /// Whether it answers without a token; with one it may answer more.
    public boolean isOpen() {
        var security = node.path("security");
        return security.isArray()
                && (security.isEmpty()
                        || StreamSupport.stream(security.spliterator(), false)
                                .anyMatch(JsonNode::isEmpty));
    }

    /// The roles one of which is needed; empty where any person's token will do.
    public Set<String> roles() {
        var roles = new TreeSet<String>();
        for (var alternative : node.path("security")) {
            alternative.path("bearer").forEach(role -> roles.add(role.asString()));
        }
        return roles;
    }

    public List<Parameter> parameters() {
        return StreamSupport.stream(node.path("parameters").spliterator(), false)
                .map(api::resolved)
                .map(one ->
                        new Parameter(
                                one.path("name").asString(),
                                one.path("in").asString(),
                                one.path("required").asBoolean(false),
                                one.path("schema")))
                .toList();
    }

    /// Whether a request must carry this header.
    public boolean needsHeader(String name) {
        return parameters().stream()
                .anyMatch(one -> one.in().equals("header") && one.name().equalsIgnoreCase(name));
    }

    /// A body that fits, where the operation takes one.
    public Optional<JsonNode> bodyExample() {
        var example = node.at("/requestBody/content/application~1json/example");
        return example.isMissingNode() ? Optional.empty() : Optional.of(example);
    }

    /// A JSON pointer to the schema of its body.
    String bodySchema() {
        return "/paths/%s/%s/requestBody/content/application~1json/schema"
                .formatted(escaped(path), method.toLowerCase(Locale.ROOT));
    }

    /// The codes it may be refused with under a status; empty where the status is not documented or
    /// is no refusal.
    public Set<String> codes(int status) {
        var codes = new TreeSet<String>();
        for (var part : response(status).at("/content/application~1problem+json/schema/allOf")) {
            part.at("/properties/code/enum").forEach(code -> codes.add(code.asString()));
        }
        return codes;
    }

    /// All statuses it may answer with.
    public Set<Integer> statuses() {
        var statuses = new TreeSet<Integer>();
        node.path("responses").propertyNames().forEach(name -> statuses.add(Integer.valueOf(name)));
        return statuses;
    }

    JsonNode response(int status) {
        return api.resolved(node.path("responses").path(String.valueOf(status)));
    }

    /// A JSON pointer to the schema of an answer, null where the status has none of this type.
    @Nullable String schemaOf(int status, String contentType) {
        var under = node.path("responses").path(String.valueOf(status));
        var reference = under.path("$ref").asString("");
        var response =
                reference.isEmpty()
                        ? "/paths/%s/%s/responses/%d"
                                .formatted(escaped(path), method.toLowerCase(Locale.ROOT), status)
                        : reference.substring(1);
        var pointer = "%s/content/%s/schema".formatted(response, escaped(contentType));
        return api.document().at(pointer).isMissingNode() ? null : pointer;
    }

    JsonNode node() {
        return node;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
