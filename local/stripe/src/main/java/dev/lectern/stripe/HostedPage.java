package dev.lectern.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// `/pay/{session}`: where a buyer's browser is sent, and from where it comes back.
record HostedPage(StripeStandIn standIn, Store store) implements HttpHandler {

    private static final Pattern PATH = Pattern.compile("/pay/([^/]+)(?:/(pay|decline|cancel))?");

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = PATH.matcher(exchange.getRequestURI().getPath());
            var session =
                    path.matches()
                            ? store.reading(() ->
                                    store.find(Kind.SESSION, path.group(1))
                                            .map(ObjectNode::deepCopy))
                            : Optional.<ObjectNode>empty();
            if (session.isEmpty()) {
                send(exchange, 404, PageHtml.unknown());
            } else if (exchange.getRequestMethod().equals("POST") && path.group(2) != null) {
                redirect(exchange, afterwards(path.toMatchResult(), session.get()));
            } else {
                boolean declined = "declined".equals(exchange.getRequestURI().getQuery());
                send(exchange, 200, PageHtml.of(session.get(), declined));
            }
        }
    }

    /// Does what the buyer pressed; where it is too late for that, the page says why.
    private String afterwards(MatchResult path, ObjectNode session) {
        String id = path.group(1);
        return switch (path.group(2)) {
            case "pay" ->
                    standIn.pay(id) == Outcome.DONE
                            ? Store.text(session, "success_url")
                                    .replace("{CHECKOUT_SESSION_ID}", id)
                            : "/pay/" + id;
            case "decline" ->
                    standIn.decline(id) == Outcome.DONE ? "/pay/" + id + "?declined" : "/pay/" + id;
            default ->
                    standIn.cancel(id) == Outcome.DONE && session.hasNonNull("cancel_url")
                            ? Store.text(session, "cancel_url")
                            : "/pay/" + id;
        };
    }

    private static void redirect(HttpExchange exchange, String where) throws IOException {
        exchange.getResponseHeaders().set("Location", where);
        exchange.sendResponseHeaders(303, -1);
    }

    static void send(HttpExchange exchange, int status, String html) throws IOException {
        byte[] body = html.getBytes(UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "text/html; charset=utf-8");
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
