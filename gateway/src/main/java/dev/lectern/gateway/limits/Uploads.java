package dev.lectern.gateway.limits;

import dev.lectern.gateway.edge.ServersOwnAnswer;
import dev.lectern.gateway.problem.Problem;
import dev.lectern.gateway.problem.Refused;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

/// Refuses bodies that are too large, at once where the length is declared and else as soon as it
/// shows, and bodies that stop coming. A client that is slow or leaves is no fault of a service.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class Uploads implements WebFilter {

    private final long limit;
    private final Duration pause;

    Uploads(LimitSettings settings) {
        this.limit = settings.body().toBytes();
        this.pause = settings.pause();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        return request.getHeaders().getContentLength() > limit
                ? Mono.error(tooLarge())
                : chain.filter(exchange.mutate().request(limited(exchange)).build());
    }

    private ServerHttpRequest limited(ServerWebExchange exchange) {
        return new ServerHttpRequestDecorator(exchange.getRequest()) {
            @Override
            public Flux<DataBuffer> getBody() {
                AtomicLong received = new AtomicLong();
                return super.getBody()
                        .timeout(pause)
                        .concatWith(Mono.defer(() -> brokenOff(exchange)))
                        .onErrorMap(_ -> unfinished(exchange))
                        .handle((buffer, sink) -> count(received, buffer, sink));
            }
        };
    }

    private void count(AtomicLong received, DataBuffer buffer, SynchronousSink<DataBuffer> sink) {
        if (received.addAndGet(buffer.readableByteCount()) > limit) {
            DataBufferUtils.release(buffer);
            sink.error(tooLarge());
        } else {
            sink.next(buffer);
        }
    }

    private Refused tooLarge() {
        return new Refused(
                Problem.BODY_TOO_LARGE, "A request body has at most " + limit + " bytes.");
    }

    private static Mono<DataBuffer> brokenOff(ServerWebExchange exchange) {
        return ServersOwnAnswer.isGiven(exchange) ? Mono.error(unfinished(exchange)) : Mono.empty();
    }

    /// Whatever the failure is, it is one of the wire to the client.
    private static Refused unfinished(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close");
        return new Refused(Problem.INVALID_VALUE, "The request body ended before it was complete.");
    }
}
