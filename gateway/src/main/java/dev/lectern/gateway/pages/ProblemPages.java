package dev.lectern.gateway.pages;

import dev.lectern.gateway.pages.ApiDocument.Operation;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;

/// Where the `type` of a problem leads: what a code means and which calls are refused with it.
@RestController
final class ProblemPages {

    private static final String PATH = "/problems";

    private final ApiDocument document;

    ProblemPages(ApiDocument document) {
        this.document = document;
    }

    /// The code as a link to its page.
    static String link(String code) {
        return "<a href=\"%s/%s\"><code>%s</code></a>"
                .formatted(PATH, code.toLowerCase(Locale.ROOT).replace('_', '-'), Html.text(code));
    }

    @GetMapping(PATH)
    ResponseEntity<String> all() {
        String rows =
                document.tree().path("x-problems").properties().stream()
                        .map(problem ->
                                OperationHtml.row(
                                        link(problem.getKey()),
                                        statuses(problem.getValue()),
                                        meaning(problem.getValue())))
                        .collect(Collectors.joining());
        return Html.page("Refusals", "<table>%s</table>".formatted(rows));
    }

    @GetMapping(PATH + "/{name}")
    ResponseEntity<String> one(@PathVariable String name) {
        String code = name.toUpperCase(Locale.ROOT).replace('-', '_');
        JsonNode problem = document.problem(code);
        if (problem.isMissingNode() || !name.equals(name.toLowerCase(Locale.ROOT))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        String body =
                """
                <p>HTTP status %s</p>
                <p>%s</p>
                %s
                <p><a href="/problems">All refusals</a> · <a href="/api-docs">API reference</a></p>
                """
                        .formatted(statuses(problem), meaning(problem), calls(code));
        return Html.page(code, body);
    }

    private String calls(String code) {
        String items =
                document.operations().stream()
                        .filter(operation -> answers(operation, code))
                        .map(ProblemPages::item)
                        .collect(Collectors.joining());
        return items.isEmpty()
                ? "<p>Any call may be answered with it.</p>"
                : "<h2>Calls that are refused with it</h2>\n<ul>%s</ul>".formatted(items);
    }

    private boolean answers(Operation operation, String code) {
        return operation.node().path("responses").values().stream()
                .anyMatch(response -> document.codes(response).contains(code));
    }

    private static String item(Operation operation) {
        return "<li><a href=\"/api-docs#%s\"><code>%s %s</code></a><br>%s</li>\n"
                .formatted(
                        Html.text(operation.id()),
                        operation.method(),
                        Html.text(operation.path()),
                        Markdown.line(operation.summary()));
    }

    private static String statuses(JsonNode problem) {
        return StreamSupport.stream(problem.path("statuses").spliterator(), false)
                .map(JsonNode::asString)
                .collect(Collectors.joining(" or "));
    }

    private static String meaning(JsonNode problem) {
        return Markdown.line(problem.path("meaning").asString(""));
    }
}
