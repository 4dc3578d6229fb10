package dev.lectern.launcher.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.lectern.client.Authenticator;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/// `GET /totp?user=`: the code that the authenticator of somebody of the demo shows now.
final class TotpPath implements HttpHandler {

    private static final String USER = "user=";

    private final Function<String, Optional<Authenticator>> authenticators;

    TotpPath(Function<String, Optional<Authenticator>> authenticators) {
        this.authenticators = authenticators;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("GET")) {
                refuse(exchange, 405, "METHOD_NOT_ALLOWED", "Use GET.");
                return;
            }
            var code = authenticatorOf(exchange).map(Authenticator::codeOfNow);
            if (code.isPresent()) {
                send(exchange, 200, "application/json", Map.of("code", code.get()));
            } else {
                refuse(
                        exchange,
                        404,
                        "NOT_FOUND",
                        "Nobody of the demo has an authenticator under this e-mail address.");
            }
        }
    }

    private Optional<Authenticator> authenticatorOf(HttpExchange exchange) {
        var query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        return query.startsWith(USER)
                ? authenticators.apply(URLDecoder.decode(query.substring(USER.length()), UTF_8))
                : Optional.empty();
    }

    private static void refuse(HttpExchange exchange, int status, String code, String detail)
            throws IOException {
        send(
                exchange,
                status,
                "application/problem+json",
                Map.of("status", status, "code", code, "detail", detail));
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
