package dev.lectern.gateway.edge;

import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.netty.http.server.HttpServerResponse;

/// The bare 400 that the HTTP server writes by itself where a chunk of a body cannot be read. It
/// then lets the body end as if it were complete, closes the connection, and takes no other answer.
public final class ServersOwnAnswer {

    private ServersOwnAnswer() {}

    public static boolean isGiven(ServerWebExchange exchange) {
        HttpServerResponse response =
                ServerHttpResponseDecorator.getNativeResponse(exchange.getResponse());
        return response.hasSentHeaders() && !exchange.getResponse().isCommitted();
    }
}
