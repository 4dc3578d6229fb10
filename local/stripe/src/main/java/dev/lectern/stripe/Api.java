package dev.lectern.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.lectern.stripe.IdempotencyKeys.Once;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/// Stripe's entrance: who may come in, what was asked before, and who answers.
final class Api implements HttpHandler {

    private final Store store;
    private final String secretKey;
    private final Trouble trouble;
    private final IdempotencyKeys keys;
    private final List<Route> routes;

    Api(Store store, String secretKey, Trouble trouble, List<Route> routes) {
        this.store = store;
        this.secretKey = secretKey;
        this.trouble = trouble;
        this.keys = new IdempotencyKeys(store);
        this.routes = routes;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                trouble.meet();
                authenticate(exchange);
                var answer = answer(exchange);
                send(exchange, answer.status(), answer.answer().toString());
            } catch (StripeError refused) {
                send(exchange, refused.status(), refused.json().toString());
            }
        }
    }

    private void authenticate(HttpExchange exchange) {
        var key = header(exchange, "Authorization").map(value -> value.replace("Bearer ", ""));
        if (!MessageDigest.isEqual(key.orElse("").getBytes(UTF_8), secretKey.getBytes(UTF_8))) {
            throw StripeError.wrongKey(key);
        }
    }

    private Once answer(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        Route route =
                routes.stream()
                        .filter(one -> one.matches(method, path))
                        .findFirst()
                        .orElseThrow(() -> StripeError.noSuchPath(method, path));
        if (method.equals("GET")) {
            String query = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
            return store.reading(() -> Once.of(route.answer(path, Form.of(query))));
        }
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var form = Form.of(body);
        var key = header(exchange, "Idempotency-Key");
        return store.changing(() -> {
            var once =
                    key.map(known ->
                                    keys.once(
                                            known, path + "?" + body, () -> of(route, path, form)))
                            .orElseGet(() -> Once.of(of(route, path, form)));
            if (once.replayed()) {
                exchange.getResponseHeaders().set("Idempotent-Replayed", "true");
            }
            return once;
        });
    }

    private static ObjectNode of(Route route, String path, Form form) {
        return route.answer(path, form);
    }

    private static Optional<String> header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        headers.set("Request-Id", "req_" + UUID.randomUUID());
        headers.set("Stripe-Version", Webhooks.API_VERSION);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
