package dev.lectern.gateway.limits;

import dev.lectern.gateway.services.Destination;
import dev.lectern.gateway.services.Paths;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Puts the limits after the security chains, where the caller is known, and before everything that
/// costs something. The gateway's own pages are free.
@Component
@Order(RateLimiting.AFTER_SECURITY)
final class RateLimiting implements WebFilter {

    static final int AFTER_SECURITY = -50;

    private static final Paths OWN = Paths.of("/bff/**");

    private final RateLimits limits;

    RateLimiting(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        boolean counted = Destination.of(exchange) != null || OWN.contain(exchange.getRequest());
        return counted
                ? limits.admit(exchange).then(Mono.defer(() -> chain.filter(exchange)))
                : chain.filter(exchange);
    }
}
