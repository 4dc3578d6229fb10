package dev.lectern.gateway.pages;

import dev.lectern.gateway.pages.ApiDocument.Operation;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The reference of the whole API: one page to read and search, and the document for tools.
@RestController
final class ApiReference {

    private static final String TITLE = "API reference";

    private final ApiDocument document;
    private final JsonMapper json;
    private final ResponseEntity<String> page;

    ApiReference(ApiDocument document, JsonMapper json) {
        this.document = document;
        this.json = json;
        this.page = render();
    }

    @GetMapping("/api-docs")
    ResponseEntity<String> page() {
        return page;
    }

    @GetMapping("/api-docs/openapi.yaml")
    ResponseEntity<String> yaml() {
        return file(MediaType.parseMediaType("application/yaml"), document.yaml());
    }

    @GetMapping("/api-docs/openapi.json")
    ResponseEntity<String> json() {
        return file(MediaType.APPLICATION_JSON, json.writeValueAsString(document.tree()));
    }

    private static ResponseEntity<String> file(MediaType type, String content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header("Cache-Control", "no-cache")
                .body(content);
    }

    private ResponseEntity<String> render() {
        ModelHtml models = new ModelHtml(document);
        OperationHtml operations = new OperationHtml(document, models, json);
        StringBuilder contents = new StringBuilder();
        StringBuilder body = new StringBuilder();
        body.append(
                """
                <p>For tools: <a href="/api-docs/openapi.yaml">openapi.yaml</a> or
                <a href="/api-docs/openapi.json">openapi.json</a>, OpenAPI 3.1.
                Every refusal has <a href="/problems">a page</a>. What the services tell each
                other: <a href="/docs/events/asyncapi.yaml">asyncapi.yaml</a>, AsyncAPI 3.0.</p>
                """);
        body.append(Markdown.html(document.tree().at("/info/description").asString("")));
        for (JsonNode tag : document.tree().path("tags")) {
            String name = tag.path("name").asString();
            body.append("<h2 id=\"tag-%s\">%s</h2>\n".formatted(Html.text(name), Html.text(name)));
            body.append(Markdown.html(tag.path("description").asString("")));
            contents.append(
                    "<p><a href=\"#tag-%s\">%s</a></p>\n<ul>"
                            .formatted(Html.text(name), Html.text(name)));
            for (Operation operation : document.operations()) {
                if (operation.tag().equals(name)) {
                    body.append(operations.of(operation));
                    contents.append(link(operation));
                }
            }
            contents.append("</ul>\n");
        }
        body.append("<h2 id=\"models\">Models</h2>\n").append(models.all());
        contents.append("<p><a href=\"#models\">Models</a></p>");
        return Html.page(TITLE, contents.toString(), body.toString());
    }

    private static String link(Operation operation) {
        return "<li><a href=\"#%s\">%s</a></li>\n"
                .formatted(Html.text(operation.id()), Markdown.line(operation.summary()));
    }
}
