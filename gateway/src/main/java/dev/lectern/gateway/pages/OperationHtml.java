package dev.lectern.gateway.pages;

import dev.lectern.gateway.pages.ApiDocument.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// One call as the reference shows it: what it is for, who may make it, what it takes, answers and
/// is refused with.
final class OperationHtml {

    private final ApiDocument document;
    private final ModelHtml models;
    private final ObjectWriter pretty;

    OperationHtml(ApiDocument document, ModelHtml models, JsonMapper json) {
        this.document = document;
        this.models = models;
        this.pretty = json.writerWithDefaultPrettyPrinter();
    }

    String of(Operation operation) {
        return """
        <article id="%s">
        <h3>%s</h3>
        <p class="call"><b>%s</b> %s</p>
        <p class="who">%s</p>
        %s%s%s%s%s
        </article>
        """
                .formatted(
                        Html.text(operation.id()),
                        Markdown.line(operation.summary()),
                        operation.method(),
                        Html.text(operation.path()),
                        who(operation.node().path("security")),
                        Markdown.html(operation.node().path("description").asString("")),
                        parameters(operation),
                        body(operation.node().path("requestBody")),
                        answers(operation),
                        refusals(operation));
    }

    private static String who(JsonNode security) {
        if (security.isMissingNode()) {
            return "For anyone signed in.";
        }
        if (security.isEmpty()) {
            return "Open to anyone.";
        }
        List<String> roles = new ArrayList<>();
        for (JsonNode alternative : security) {
            if (alternative.isEmpty()) {
                return "Open to anyone; those signed in may see more.";
            }
            alternative.path("bearer").forEach(role -> roles.add(Html.text(role.asString())));
        }
        return roles.isEmpty()
                ? "For anyone signed in."
                : "Needs a role: " + String.join(" or ", roles) + ".";
    }

    private String parameters(Operation operation) {
        StringBuilder rows = new StringBuilder();
        for (JsonNode parameter : operation.node().path("parameters")) {
            JsonNode one = document.resolved(parameter);
            boolean optional =
                    !one.path("required").asBoolean(false)
                            && !"path".equals(one.path("in").asString());
            rows.append(
                    row(
                            "<code>%s</code>".formatted(Html.text(one.path("name").asString())),
                            Html.text(one.path("in").asString()) + (optional ? ", optional" : ""),
                            models.typeOf(one.path("schema")),
                            Markdown.line(one.path("description").asString(""))));
        }
        return table("Parameters", rows);
    }

    private String body(JsonNode body) {
        StringBuilder out = new StringBuilder();
        for (Map.Entry<String, JsonNode> content : body.path("content").properties()) {
            JsonNode schema = content.getValue().path("schema");
            out.append(
                    "<h4>Body</h4>\n<p>%s as <code>%s</code></p>\n"
                            .formatted(models.typeOf(schema), Html.text(content.getKey())));
            out.append(models.fields(document.resolved(schema)));
            if (content.getValue().has("example")) {
                out.append(
                        "<pre>%s</pre>\n"
                                .formatted(
                                        Html.text(
                                                pretty.writeValueAsString(
                                                        content.getValue().path("example")))));
            }
        }
        return out.toString();
    }

    private String answers(Operation operation) {
        StringBuilder rows = new StringBuilder();
        for (Map.Entry<String, JsonNode> answer : operation.node().path("responses").properties()) {
            if (document.codes(answer.getValue()).isEmpty()) {
                JsonNode response = document.resolved(answer.getValue());
                rows.append(
                        row(
                                answer.getKey(),
                                content(response),
                                headers(response),
                                Markdown.line(response.path("description").asString(""))));
            }
        }
        return table("Answers", rows);
    }

    private String content(JsonNode response) {
        return response.path("content").properties().stream()
                .map(content ->
                        content.getKey().equals("application/json")
                                ? models.typeOf(content.getValue().path("schema"))
                                : "<code>%s</code>".formatted(Html.text(content.getKey())))
                .collect(Collectors.joining(" or "));
    }

    private static String headers(JsonNode response) {
        return response.path("headers").propertyNames().stream()
                .map(name -> "<code>%s</code>".formatted(Html.text(name)))
                .collect(Collectors.joining(", "));
    }

    private String refusals(Operation operation) {
        StringBuilder rows = new StringBuilder();
        for (Map.Entry<String, JsonNode> answer : operation.node().path("responses").properties()) {
            for (String code : document.codes(answer.getValue())) {
                rows.append(
                        row(
                                answer.getKey(),
                                ProblemPages.link(code),
                                Markdown.line(document.problem(code).path("meaning").asString("")),
                                Markdown.line(when(document.resolved(answer.getValue())))));
            }
        }
        return table("Refusals", rows);
    }

    /// What a response says before it lists its codes.
    private static String when(JsonNode response) {
        String description = response.path("description").asString("");
        int codes = description.indexOf("\n\n- ");
        return codes < 0 ? "" : description.substring(0, codes);
    }

    static String table(String heading, CharSequence rows) {
        return rows.isEmpty() ? "" : "<h4>%s</h4>\n<table>%s</table>\n".formatted(heading, rows);
    }

    static String row(String... cells) {
        StringBuilder row = new StringBuilder("<tr>");
        for (int i = 0; i < cells.length; i++) {
            row.append(i == 0 ? "<td class=\"name\">" : "<td>").append(cells[i]).append("</td>");
        }
        return row.append("</tr>\n").toString();
    }
}
