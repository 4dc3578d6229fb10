package dev.lectern.testing.api;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Holds answers against a document: each must have a status, a code, headers and a body the
/// document names.
public final class AnswerJudge {

    /// What any call can be answered with, so that no operation names it.
    private static final Set<Integer> ANY_CALL = Set.of(405, 406, 500);

    private static final String BASE = "https://lectern.invalid/api";
    private static final String PROBLEM = "application/problem+json";

    private final DocumentedApi api;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    public AnswerJudge(DocumentedApi api) {
        this.api = api;
        this.registry =
                SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        settings ->
                                settings.schemas(Map.of(BASE, api.document().toString()))
                                        .schemaRegistryConfig(
                                                SchemaRegistryConfig.builder()
                                                        .formatAssertionsEnabled(true)
                                                        .build()));
    }

    /// What the document does not say of this answer; empty where it says all of it, or does not
    /// speak of the path at all.
    public Optional<String> complaint(Exchange exchange) {
        return api.operation(exchange.method(), exchange.path())
                .flatMap(operation -> complaint(operation, exchange))
                .map(complaint ->
                        "%s %s answered %d %s: %s"
                                .formatted(
                                        exchange.method(),
                                        exchange.path(),
                                        exchange.status(),
                                        codeIn(exchange),
                                        complaint));
    }

    private Optional<String> complaint(DocumentedOperation operation, Exchange exchange) {
        var status = exchange.status();
        if (ANY_CALL.contains(status) || isForgedTokenAtOpenDoor(operation, exchange)) {
            return Optional.empty();
        }
        if (!operation.statuses().contains(status)) {
            return Optional.of("the document has no such status for " + operation);
        }
        if (PROBLEM.equals(exchange.contentType())
                && !operation.codes(status).contains(codeIn(exchange))) {
            return Optional.of(
                    "the document names only %s for %s"
                            .formatted(operation.codes(status), operation));
        }
        return headers(operation, exchange).or(() -> body(operation, exchange));
    }

    /// A token is judged wherever one is sent.
    private static boolean isForgedTokenAtOpenDoor(
            DocumentedOperation operation, Exchange exchange) {
        return operation.isOpen() && exchange.withToken() && exchange.status() == 401;
    }

    private static Optional<String> headers(DocumentedOperation operation, Exchange exchange) {
        var documented = operation.response(exchange.status()).path("headers");
        return header(documented.has("Location"), exchange.location(), "Location")
                .or(() -> header(documented.has("ETag"), exchange.etag(), "ETag"));
    }

    private static Optional<String> header(
            boolean documented, @Nullable String value, String name) {
        if (documented == (value != null)) {
            return Optional.empty();
        }
        return Optional.of(
                documented
                        ? "the document promises the header " + name
                        : "the document does not name the header " + name);
    }

    private Optional<String> body(DocumentedOperation operation, Exchange exchange) {
        var type = exchange.contentType();
        if (type == null || exchange.body().isEmpty()) {
            return operation.response(exchange.status()).has("content")
                    ? Optional.of("the document promises a body")
                    : Optional.empty();
        }
        var schema = operation.schemaOf(exchange.status(), type);
        if (schema == null) {
            return Optional.of("the document has no answer of type " + type);
        }
        return type.endsWith("json") ? faults(schema, exchange.body()) : Optional.empty();
    }

    /// What is wrong with a JSON text, held against the schema at this place of the document.
    Optional<String> faults(String pointer, String json) {
        var schema =
                schemas.computeIfAbsent(
                        pointer, at -> registry.getSchema(SchemaLocation.of(BASE + "#" + at)));
        var faults = schema.validate(json, InputFormat.JSON);
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        faults.stream()
                                .map(fault ->
                                        fault.getInstanceLocation() + ": " + fault.getMessage())
                                .collect(Collectors.joining("; ")));
    }

    private static String codeIn(Exchange exchange) {
        return PROBLEM.equals(exchange.contentType())
                ? exchange.body().replaceFirst("(?s).*?\"code\"\\s*:\\s*\"([A-Z0-9_]+)\".*", "$1")
                : "";
    }
}
