package dev.lectern.launcher.control;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.lectern.launcher.control.Switch.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// `POST /services/{name}/kill` and `/start`.
final class ServicePaths implements HttpHandler {

    private static final Pattern PATH = Pattern.compile("/services/([a-z]+)/(kill|start)");

    private final Switch services;

    ServicePaths(Switch services) {
        this.services = services;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = PATH.matcher(exchange.getRequestURI().getPath());
            if (!path.matches()) {
                refuse(exchange, 404, "NOT_FOUND", "There is no such page.");
            } else if (!exchange.getRequestMethod().equals("POST")) {
                refuse(exchange, 405, "METHOD_NOT_ALLOWED", "Use POST.");
            } else {
                answer(exchange, path.group(1), asked(path.group(1), path.group(2)));
            }
        }
    }

    private Outcome asked(String service, String verb) {
        return verb.equals("kill") ? services.kill(service) : services.start(service);
    }

    private static void answer(HttpExchange exchange, String service, Outcome outcome)
            throws IOException {
        switch (outcome) {
            case DONE -> exchange.sendResponseHeaders(204, -1);
            case UNKNOWN_SERVICE ->
                    refuse(exchange, 404, "NOT_FOUND", service + " is not running here.");
            case NOT_ISOLATED ->
                    refuse(
                            exchange,
                            409,
                            "NOT_ISOLATED",
                            "Start with --isolated to give " + service + " a JVM of its own.");
        }
    }

    private static void refuse(HttpExchange exchange, int status, String code, String detail)
            throws IOException {
        byte[] body =
                "{\"status\":%d,\"code\":\"%s\",\"detail\":\"%s\"}"
                        .formatted(status, code, detail)
                        .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
