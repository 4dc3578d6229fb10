package dev.lectern.embedded;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The inbox over HTTP: a page for people at `/`, JSON for programs at `/mail`.
final class InboxPage implements HttpHandler {

    private static final String HTML = "text/html; charset=utf-8";
    private static final String JSON = "application/json";

    private final Mail mail;

    InboxPage(Mail mail) {
        this.mail = mail;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
                case "GET /" -> send(exchange, 200, HTML, InboxHtml.of(mail.received()));
                case "GET /mail" -> send(exchange, 200, JSON, InboxJson.of(asked(exchange)));
                case "DELETE /mail" -> {
                    mail.clear();
                    exchange.sendResponseHeaders(204, -1);
                }
                default -> send(exchange, 404, "text/plain", "There is no such page.\n");
            }
        }
    }

    private List<ReceivedMail> asked(HttpExchange exchange) {
        return recipient(exchange).map(mail::receivedBy).orElseGet(mail::received);
    }

    private static Optional<String> recipient(HttpExchange exchange) {
        String query = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
        return Arrays.stream(query.split("&"))
                .filter(parameter -> parameter.startsWith("to="))
                // A plus sign is common in addresses and here never means a space.
                .map(parameter -> parameter.substring(3).replace("+", "%2B"))
                .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
                .findFirst();
    }

    private static void send(HttpExchange exchange, int status, String type, String body)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        // Mails are made of what strangers typed in: nothing in one may run or load anything.
        headers.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
