package dev.lectern.gateway.limits;

import dev.lectern.gateway.services.Paths;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Counts the steps of signing in and out that the security chain answers by itself, by address.
/// Each of them costs a session in Redis or a call of auth.
@Component
@Order(HandshakeLimiting.BEFORE_SECURITY)
final class HandshakeLimiting implements WebFilter {

    static final int BEFORE_SECURITY = -150;

    private static final Paths STEPS = Paths.of("/bff/login", "/bff/callback", "/bff/logout");

    private final RateLimits limits;

    HandshakeLimiting(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return STEPS.contain(exchange.getRequest())
                ? limits.admit(exchange).then(Mono.defer(() -> chain.filter(exchange)))
                : chain.filter(exchange);
    }
}
