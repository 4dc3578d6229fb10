package dev.lectern.gateway.problem;

import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.lettuce.core.RedisException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.RedisSystemException;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Turns whatever went wrong into a refusal the client can act on. A part of the platform that is
/// away is never a 500.
@Component
public final class Failures {

    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    private final Problems problems;

    Failures(Problems problems) {
        this.problems = problems;
    }

    /// True where trying again later may help, because a neighbour did not answer.
    public static boolean isAway(Throwable failure) {
        return causes(failure).anyMatch(Failures::meansAway);
    }

    /// Answers the failure, or passes it on where the client has already been given a status.
    public Mono<Void> answer(
            ServerWebExchange exchange, Throwable failure, Runnable completingHeaders) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        Refused refused = refusal(failure);
        if (refused.problem() == Problem.INTERNAL_ERROR) {
            log.error("Failed without a known reason, trace {}", TraceId.of(exchange), failure);
        } else if (refused.problem() == Problem.UNAVAILABLE && !isKnown(failure)) {
            log.warn(
                    "Not available, trace {}: {}",
                    TraceId.of(exchange),
                    rootOf(failure).toString());
        }
        // Writing runs what is to be done before the commit, such as saving the session. If that is
        // what fails, the second try skips it and the client still gets its answer.
        return problems.answer(exchange, refused, completingHeaders)
                .onErrorResume(again ->
                        exchange.getResponse().isCommitted()
                                ? Mono.error(again)
                                : problems.answer(exchange, refusal(again), completingHeaders));
    }

    /// An open breaker has been reported by the failures that opened it.
    private static boolean isKnown(Throwable failure) {
        return rootOf(failure) instanceof CallNotPermittedException;
    }

    private static Refused refusal(Throwable failure) {
        return causes(failure)
                .filter(Refused.class::isInstance)
                .map(Refused.class::cast)
                .findFirst()
                .orElseGet(() -> refusalOfOthers(failure));
    }

    private static Refused refusalOfOthers(Throwable failure) {
        if (isAway(failure)) {
            return Refused.unavailable(failure);
        }
        if (failure instanceof ResponseStatusException status) {
            return refusalOf(status);
        }
        if (failure instanceof ServerExchangeRejectedException
                || failure instanceof InvalidMediaTypeException) {
            return new Refused(
                    Problem.INVALID_VALUE, "The address or a header has a form that is refused.");
        }
        return unexplained(failure);
    }

    private static Refused refusalOf(ResponseStatusException failure) {
        int status = failure.getStatusCode().value();
        return switch (status) {
            case 404 -> new Refused(Problem.NOT_FOUND, "No such resource.");
            case 405 -> new Refused(Problem.METHOD_NOT_ALLOWED, "Use another method.");
            case 413 -> new Refused(Problem.BODY_TOO_LARGE, "Send less.");
            case 502, 503, 504 -> Refused.unavailable(failure);
            default ->
                    status < 500
                            ? new Refused(Problem.INVALID_VALUE, "The request cannot be read.")
                            : unexplained(failure);
        };
    }

    private static Refused unexplained(Throwable failure) {
        return new Refused(
                Problem.INTERNAL_ERROR, "Tell support the trace id if it happens again.", failure);
    }

    private static boolean meansAway(Throwable cause) {
        return switch (cause) {
            case CallNotPermittedException _ -> true;
            case BulkheadFullException _ -> true;
            case TimeoutException _ -> true;
            case org.springframework.cloud.gateway.support.TimeoutException _ -> true;
            case RedisException _ -> true;
            case RedisSystemException _ -> true;
            case QueryTimeoutException _ -> true;
            case DataAccessResourceFailureException _ -> true;
            case io.netty.handler.timeout.TimeoutException _ -> true;
            case IOException _ -> true;
            default -> false;
        };
    }

    private static Throwable rootOf(Throwable failure) {
        return causes(failure).reduce(failure, (_, next) -> next);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        // Bounded: a cause chain may run in a circle.
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
