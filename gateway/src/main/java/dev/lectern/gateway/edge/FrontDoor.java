package dev.lectern.gateway.edge;

import dev.lectern.gateway.problem.Failures;
import dev.lectern.gateway.problem.Problem;
import dev.lectern.gateway.problem.Refused;
import dev.lectern.gateway.problem.TraceId;
import dev.lectern.gateway.services.Destination;
import dev.lectern.gateway.services.Destinations;
import dev.lectern.gateway.services.Paths;
import io.micrometer.observation.Observation;
import java.time.Clock;
import java.time.Instant;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/// The first and last to see a request: finds out where it wants to go, answers every failure
/// further in, completes the headers and writes the access log.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class FrontDoor implements WebFilter {

    private static final Paths MANAGEMENT = Paths.of("/actuator/**");
    private static final Paths HEALTH = Paths.of("/actuator/health/**");

    private final Destinations destinations;
    private final ClientAddresses addresses;
    private final ManagementPort management;
    private final SecurityHeaders securityHeaders;
    private final Failures failures;
    private final AccessLog accessLog;
    private final Clock clock;

    FrontDoor(
            Destinations destinations,
            ClientAddresses addresses,
            ManagementPort management,
            SecurityHeaders securityHeaders,
            Failures failures,
            AccessLog accessLog,
            Clock clock) {
        this.destinations = destinations;
        this.addresses = addresses;
        this.management = management;
        this.securityHeaders = securityHeaders;
        this.failures = failures;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (management.received(exchange)) {
            return afterThisRead(exchange).then(Mono.defer(() -> chain.filter(exchange)));
        }
        Instant arrived = clock.instant();
        addresses.of(exchange.getRequest()).rememberOn(exchange);
        destinations.of(exchange.getRequest().getPath()).ifPresent(found -> head(exchange, found));
        ServerHttpResponse response = exchange.getResponse();
        response.beforeCommit(() -> Mono.fromRunnable(() -> completeHeaders(exchange)));
        // The explicit commit brings failures of saving the session to where they are answered;
        // left to the server they would end as a bare 500.
        return afterThisRead(exchange)
                .then(Mono.defer(() -> admitted(exchange, chain)))
                .then(Mono.defer(response::setComplete))
                .onErrorResume(failure -> answer(exchange, failure))
                .doFinally(end -> accessLog.write(exchange, arrived, end))
                .then(Mono.defer(() -> afterServersOwnAnswer(exchange)));
    }

    /// An answer must not be written in the same call that brought its request: the server would
    /// never again read from a kept-alive connection whose waiting request is answered like that
    /// (reactor-netty#4361, not yet mended in 1.3.6).
    private static Mono<Void> afterThisRead(ServerWebExchange exchange) {
        HttpServerRequest request =
                ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
        return Mono.create(sink ->
                request.withConnection(
                        connection -> connection.channel().eventLoop().execute(sink::success)));
    }

    private static Mono<Void> admitted(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        boolean concealed = MANAGEMENT.contain(request) && !HEALTH.contain(request);
        return concealed
                ? Mono.error(new Refused(Problem.NOT_FOUND, "No such resource."))
                : chain.filter(exchange);
    }

    private static void head(ServerWebExchange exchange, Destination destination) {
        destination.rememberOn(exchange);
        ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .ifPresent(observed -> observed.setPathPattern(destination.template()));
    }

    /// Its connection is closed already: to complete the exchange would fail, as an error of ours.
    private static Mono<Void> afterServersOwnAnswer(ServerWebExchange exchange) {
        return ServersOwnAnswer.isGiven(exchange) ? Mono.never() : Mono.empty();
    }

    private Mono<Void> answer(ServerWebExchange exchange, Throwable failure) {
        if (ServersOwnAnswer.isGiven(exchange)) {
            exchange.getResponse().setStatusCode(HttpStatus.BAD_REQUEST);
            return Mono.empty();
        }
        // An exception handler would close the span of the call, but the failure is answered here
        // and never gets there.
        Observation call = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_OBSERVATION_ATTR);
        if (call != null) {
            call.error(failure);
            call.stop();
        }
        return failures.answer(exchange, failure, () -> completeHeaders(exchange));
    }

    private void completeHeaders(ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        securityHeaders.completeOn(headers, exchange.getRequest());
        String traceId = TraceId.of(exchange);
        if (traceId != null) {
            headers.set("Trace-Id", traceId);
        }
    }
}
