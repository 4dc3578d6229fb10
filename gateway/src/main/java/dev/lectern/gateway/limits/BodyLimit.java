package dev.lectern.gateway.limits;

import dev.lectern.gateway.problem.Problem;
import dev.lectern.gateway.problem.Refused;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

/// Refuses bodies that are too large: at once where the length is declared, else as soon as it
/// shows.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class BodyLimit implements WebFilter {

    private final long limit;

    BodyLimit(LimitSettings settings) {
        this.limit = settings.body().toBytes();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        long declared = request.getHeaders().getContentLength();
        if (declared > limit) {
            return Mono.error(tooLarge());
        }
        return declared >= 0
                ? chain.filter(exchange)
                : chain.filter(exchange.mutate().request(counting(request)).build());
    }

    private ServerHttpRequest counting(ServerHttpRequest request) {
        return new ServerHttpRequestDecorator(request) {
            @Override
            public Flux<DataBuffer> getBody() {
                AtomicLong received = new AtomicLong();
                return super.getBody().handle((buffer, sink) -> count(received, buffer, sink));
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
}
