package dev.lectern.gateway.routing;

import dev.lectern.gateway.services.Destination;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/// Decides what of an answer reaches the client. Resources set no cookies, and the trace id is
/// written by the gateway alone.
@Component
final class AnswerHeaders implements HttpHeadersFilter, Ordered {

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public boolean supports(Type type) {
        return type == Type.RESPONSE;
    }

    @Override
    public HttpHeaders filter(HttpHeaders answer, ServerWebExchange exchange) {
        HttpHeaders kept = new HttpHeaders();
        answer.headerSet().forEach(header -> kept.addAll(header.getKey(), header.getValue()));
        kept.remove("Trace-Id");
        kept.remove(HttpHeaders.SERVER);
        if (Destination.isApi(exchange)) {
            kept.remove(HttpHeaders.SET_COOKIE);
        }
        return kept;
    }
}
