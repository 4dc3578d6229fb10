package dev.lectern.gateway.routing;

import dev.lectern.gateway.problem.Failures;
import dev.lectern.gateway.services.Service;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.stereotype.Component;

/// A circuit breaker and a bulkhead for each service, so that one that is slow or gone neither
/// keeps its callers waiting nor takes the others' room.
///
/// The breaker counts only calls without an answer. Any answer of a service is passed on as it is
/// and counts as a good one, so no number of refusals, nor a broken endpoint, can close the rest of
/// it.
@Component
final class Guards {

    private final CircuitBreakerRegistry breakers;
    private final BulkheadRegistry bulkheads;

    Guards(RoutingSettings settings, MeterRegistry meters) {
        this.breakers =
                CircuitBreakerRegistry.of(
                        CircuitBreakerConfig.custom()
                                .slidingWindowSize(20)
                                .minimumNumberOfCalls(10)
                                .failureRateThreshold(50)
                                .waitDurationInOpenState(settings.rest())
                                .permittedNumberOfCallsInHalfOpenState(3)
                                .recordException(Failures::isAway)
                                .build());
        this.bulkheads =
                BulkheadRegistry.of(
                        BulkheadConfig.custom().maxConcurrentCalls(settings.concurrency()).build());
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
        TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads).bindTo(meters);
    }

    /// Ends when the headers of the answer are there: writing the body, or a stream, holds no
    /// place.
    GatewayFilter of(Service service) {
        CircuitBreaker breaker = breakers.circuitBreaker(service.name());
        Bulkhead bulkhead = bulkheads.bulkhead(service.name());
        return (exchange, chain) ->
                chain.filter(exchange)
                        .transformDeferred(CircuitBreakerOperator.of(breaker))
                        .transformDeferred(BulkheadOperator.of(bulkhead));
    }
}
