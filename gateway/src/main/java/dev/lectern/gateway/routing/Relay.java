package dev.lectern.gateway.routing;

import dev.lectern.gateway.services.Destination;
import dev.lectern.gateway.signin.AccessTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Puts the access token of the browser's session in the place of its cookie.
@Component
final class Relay implements GatewayFilter {

    private static final String RELAYED = Relay.class.getName();

    private final AccessTokens tokens;

    Relay(AccessTokens tokens) {
        this.tokens = tokens;
    }

    static @Nullable String tokenFor(ServerWebExchange exchange) {
        return exchange.getAttribute(RELAYED);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        if (!Destination.isApi(exchange)) {
            return chain.filter(exchange);
        }
        return exchange.getPrincipal()
                .ofType(OAuth2AuthenticationToken.class)
                .flatMap(user -> tokens.of(exchange, user))
                .doOnNext(token -> exchange.getAttributes().put(RELAYED, token))
                .then(Mono.defer(() -> chain.filter(exchange)));
    }
}
