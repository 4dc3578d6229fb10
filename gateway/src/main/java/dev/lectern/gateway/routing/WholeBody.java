package dev.lectern.gateway.routing;

import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Hands a request on when all of it is here. While a slow client sends, no service is kept waiting
/// and no time for its answer runs, and a body that breaks off reaches nobody. Bodies are small
/// enough for that: files go to the object store.
@Component
final class WholeBody implements GatewayFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return ServerWebExchangeUtils.cacheRequestBody(
                exchange, complete -> chain.filter(exchange.mutate().request(complete).build()));
    }
}
