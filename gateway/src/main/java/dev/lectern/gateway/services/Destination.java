package dev.lectern.gateway.services;

import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/// Where a request goes: decided once when it arrives and asked by everything after.
///
/// @param template the path pattern it matched, which metrics and logs show instead of the path
public record Destination(Kind kind, String service, String template) {

    private static final String ATTRIBUTE = Destination.class.getName();

    /// What is asked of a caller differs by kind.
    public enum Kind {
        /// A resource of the API.
        RESOURCE,
        /// The same, seen by staff: `/api/v1/admin/<resource>`.
        ADMIN,
        /// A stream of events, which has no end to wait for.
        STREAM,
        /// A page that a service renders, outside of the API.
        PAGE
    }

    public static @Nullable Destination of(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE);
    }

    public static boolean isPage(ServerWebExchange exchange) {
        Destination destination = of(exchange);
        return destination != null && destination.kind == Kind.PAGE;
    }

    public static boolean isApi(ServerWebExchange exchange) {
        Destination destination = of(exchange);
        return destination != null && destination.kind != Kind.PAGE;
    }

    public void rememberOn(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }
}
