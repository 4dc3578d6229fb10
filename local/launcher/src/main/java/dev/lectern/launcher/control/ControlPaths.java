package dev.lectern.launcher.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.lectern.launcher.Failure;
import java.io.IOException;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/// Orders to the launcher, each a `POST`.
abstract class ControlPaths implements HttpHandler {

    private final Pattern pattern;

    ControlPaths(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /// Does what the path says, or says why not.
    ///
    /// @param body empty for most
    abstract Answer obey(MatchResult path, String body);

    /// How an order ended.
    sealed interface Answer {

        record Done() implements Answer {}

        /// @param facts what came of it
        record Told(Map<String, Object> facts) implements Answer {}

        record Refused(int status, String code, String detail) implements Answer {}
    }

    @Override
    public final void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (answer(exchange)) {
                case Answer.Done() -> exchange.sendResponseHeaders(204, -1);
                case Answer.Told(var facts) -> send(exchange, 200, "application/json", facts);
                case Answer.Refused refused -> send(exchange, refused);
            }
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        var path = pattern.matcher(exchange.getRequestURI().getPath());
        if (!path.matches()) {
            return new Answer.Refused(404, "NOT_FOUND", "There is no such page.");
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            return new Answer.Refused(405, "METHOD_NOT_ALLOWED", "Use POST.");
        }
        try {
            return obey(path, new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        } catch (Failure | IllegalStateException e) {
            return new Answer.Refused(503, "UNAVAILABLE", String.valueOf(e.getMessage()));
        }
    }

    private static void send(HttpExchange exchange, Answer.Refused refused) throws IOException {
        send(
                exchange,
                refused.status(),
                "application/problem+json",
                Map.of(
                        "status", refused.status(),
                        "code", refused.code(),
                        "detail", refused.detail()));
    }

    private static void send(
            HttpExchange exchange, int status, String type, Map<String, Object> facts)
            throws IOException {
        byte[] body = JsonMapper.shared().writeValueAsString(facts).getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
