package dev.lectern.gateway.edge;

import dev.lectern.gateway.problem.Problem;
import dev.lectern.gateway.problem.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsProcessor;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Lets scripts of listed origins in and refuses preflights and writes from all others. This also
/// protects the forms of auth, which the CSRF check of the browser chain never sees.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class Origins implements WebFilter {

    private static final Set<HttpMethod> READING =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final CorsProcessor processor = new DefaultCorsProcessor();
    private final CorsConfiguration allowed = new CorsConfiguration();
    private final String own;

    Origins(EdgeSettings edge, CorsSettings cors) {
        this.own = edge.origin();
        allowed.setAllowedOrigins(cors.allowedOrigins());
        allowed.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        allowed.setAllowedHeaders(List.of("*"));
        allowed.setExposedHeaders(
                List.of(
                        "ETag",
                        "Location",
                        "Retry-After",
                        "RateLimit",
                        "RateLimit-Policy",
                        "Trace-Id",
                        "Idempotency-Replayed"));
        allowed.setAllowCredentials(false);
        allowed.setMaxAge(Duration.ofMinutes(10));
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        String origin = request.getHeaders().getFirst(HttpHeaders.ORIGIN);
        if (origin == null || origin.equals(own)) {
            return chain.filter(exchange);
        }
        boolean preflight = CorsUtils.isPreFlightRequest(request);
        if (allowed.checkOrigin(origin) == null) {
            return preflight || !READING.contains(request.getMethod())
                    ? Mono.error(
                            new Refused(
                                    Problem.ORIGIN_FOREIGN,
                                    "Requests of this kind are not taken from this origin."))
                    : chain.filter(exchange);
        }
        boolean accepted = processor.process(allowed, exchange);
        return preflight || !accepted
                ? exchange.getResponse().setComplete()
                : chain.filter(exchange);
    }
}
