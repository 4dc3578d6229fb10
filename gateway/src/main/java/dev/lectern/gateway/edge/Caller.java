package dev.lectern.gateway.edge;

import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/// The subject of the token this request was admitted with, kept for the limits and the access log.
public final class Caller {

    private static final String ATTRIBUTE = Caller.class.getName();

    private Caller() {}

    public static @Nullable String of(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE);
    }

    public static void rememberOn(ServerWebExchange exchange, String subject) {
        exchange.getAttributes().put(ATTRIBUTE, subject);
    }
}
