package dev.lectern.gateway.routing;

import com.nimbusds.jwt.SignedJWT;
import dev.lectern.gateway.services.Destination;
import dev.lectern.gateway.services.Destination.Kind;
import dev.lectern.gateway.signin.Bearer;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Ends a stream with the token that opened it: it would otherwise outlive the sign-out of its
/// reader. Clients of event streams come back by themselves and say how far they have read.
@Component
final class StreamLifetime implements GlobalFilter, Ordered {

    private final Clock clock;

    StreamLifetime(Clock clock) {
        this.clock = clock;
    }

    /// Around the filter that writes the answer.
    @Override
    public int getOrder() {
        return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Destination destination = Destination.of(exchange);
        return destination != null && destination.kind() == Kind.STREAM
                ? chain.filter(exchange.mutate().response(limited(exchange)).build())
                : chain.filter(exchange);
    }

    private ServerHttpResponse limited(ServerWebExchange exchange) {
        return new ServerHttpResponseDecorator(exchange.getResponse()) {
            @Override
            public Mono<Void> writeAndFlushWith(
                    Publisher<? extends Publisher<? extends DataBuffer>> body) {
                Duration left = leftOf(tokenOf(exchange));
                return super.writeAndFlushWith(
                        left == null ? body : Flux.from(body).takeUntilOther(Mono.delay(left)));
            }
        };
    }

    private static @Nullable String tokenOf(ServerWebExchange exchange) {
        String relayed = Relay.tokenFor(exchange);
        return relayed == null ? Bearer.tokenIn(exchange.getRequest().getHeaders()) : relayed;
    }

    private @Nullable Duration leftOf(@Nullable String token) {
        if (token == null) {
            return null;
        }
        try {
            Date expiry = SignedJWT.parse(token).getJWTClaimsSet().getExpirationTime();
            return expiry == null ? null : Duration.between(clock.instant(), expiry.toInstant());
        } catch (ParseException e) {
            throw new IllegalStateException("An admitted token cannot be read", e);
        }
    }
}
