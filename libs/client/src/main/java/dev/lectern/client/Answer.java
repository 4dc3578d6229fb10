package dev.lectern.client;

import java.net.http.HttpHeaders;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What came back.
public record Answer(int status, HttpHeaders headers, String body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public JsonNode json() {
        return JSON.readTree(body);
    }

    /// A field of the answer as text.
    public String text(String field) {
        return json().path(field).asString("");
    }

    /// The code of a problem; empty where the answer is none.
    public String code() {
        return body.startsWith("{") ? text("code") : "";
    }

    /// What it says to people, in one line: the status, and of a problem its code, its detail and
    /// everything it names.
    public String reason() {
        if (code().isEmpty()) {
            return Integer.toString(status);
        }
        var faults =
                json().path("errors")
                        .valueStream()
                        .map(fault ->
                                " %s: %s"
                                        .formatted(
                                                fault.path("pointer").asString(""),
                                                fault.path("detail").asString("")))
                        .collect(Collectors.joining());
        return "%d %s: %s%s".formatted(status, code(), text("detail"), faults);
    }

    /// A header that must be there.
    public String header(String name) {
        return headers.firstValue(name)
                .orElseThrow(
                        () -> new UnexpectedAnswer("no header " + name + " in " + headers.map()));
    }
}
