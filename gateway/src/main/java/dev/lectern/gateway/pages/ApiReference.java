package dev.lectern.gateway.pages;

import dev.lectern.gateway.pages.ApiDocuments.ApiDocument;
import dev.lectern.gateway.pages.ApiDocuments.Operation;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// The reference of the whole API: an index to read and the documents behind it for tools.
@RestController
final class ApiReference {

    private final ApiDocuments documents;

    ApiReference(ApiDocuments documents) {
        this.documents = documents;
    }

    @GetMapping("/api-docs")
    ResponseEntity<String> index() {
        String body =
                documents.all().isEmpty()
                        ? "<p>This build has no API documents.</p>"
                        : documents.all().stream()
                                .map(ApiReference::section)
                                .collect(Collectors.joining());
        return Html.page("API reference", body);
    }

    @GetMapping("/api-docs/{file}")
    ResponseEntity<String> document(@PathVariable String file) {
        ApiDocument document =
                documents
                        .named(file)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        MediaType type =
                file.endsWith(".json")
                        ? MediaType.APPLICATION_JSON
                        : MediaType.parseMediaType("application/yaml");
        return ResponseEntity.ok()
                .contentType(type)
                .header("Cache-Control", "no-cache")
                .body(document.source());
    }

    private static String section(ApiDocument document) {
        return """
        <h2>%s</h2>
        <p><a href="/api-docs/%s">%s</a></p>
        <table>%s</table>
        """
                .formatted(
                        Html.text(document.title()),
                        Html.text(document.file()),
                        Html.text(document.file()),
                        document.operations().stream()
                                .map(ApiReference::row)
                                .collect(Collectors.joining()));
    }

    private static String row(Operation operation) {
        return "<tr><td>%s</td><td><code>%s</code></td><td>%s</td></tr>"
                .formatted(
                        Html.text(operation.method()),
                        Html.text(operation.path()),
                        Html.text(operation.summary()));
    }
}
