package dev.lectern.gateway.edge;

import dev.lectern.gateway.problem.TraceId;
import dev.lectern.gateway.services.Destination;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.SignalType;

/// One line a request on the logger `access`, with its parts as fields. Queries and headers are
/// left out altogether, for they carry tokens, codes and addresses.
@Component
final class AccessLog {

    private static final Logger log = LoggerFactory.getLogger("access");

    /// Longer than any id or slug of ours; what is longer is likely to be a token.
    private static final int LONGEST_SEGMENT = 100;

    private final Clock clock;

    AccessLog(Clock clock) {
        this.clock = clock;
    }

    void write(ServerWebExchange exchange, Instant arrived, SignalType end) {
        var line = line(exchange, arrived, end);
        var event = log.atInfo();
        for (var field : line.entrySet()) {
            event = event.addKeyValue(field.getKey(), field.getValue());
        }
        event.log(
                "{} {} {} in {} ms",
                line.get("method"),
                line.get("path"),
                line.get("status"),
                line.get("duration_ms"));
    }

    private Map<String, Object> line(ServerWebExchange exchange, Instant arrived, SignalType end) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("ts", arrived.toString());
        line.put("method", exchange.getRequest().getMethod().name());
        line.put("path", withoutSecrets(exchange.getRequest().getURI().getRawPath()));
        Destination destination = Destination.of(exchange);
        if (destination != null) {
            line.put("route", destination.template());
            line.put("upstream", destination.service());
        }
        line.put("status", status(exchange, end));
        line.put("duration_ms", Duration.between(arrived, clock.instant()).toMillis());
        line.put("client_ip", ClientAddress.of(exchange).text());
        String caller = Caller.of(exchange);
        if (caller != null) {
            line.put("user_id", caller);
        }
        String traceId = TraceId.of(exchange);
        if (traceId != null) {
            line.put("trace_id", traceId);
        }
        return line;
    }

    private static int status(ServerWebExchange exchange, SignalType end) {
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        if (end == SignalType.CANCEL && !exchange.getResponse().isCommitted()) {
            // The client left before there was an answer.
            return 499;
        }
        return status == null ? 200 : status.value();
    }

    private static String withoutSecrets(String rawPath) {
        return Arrays.stream(rawPath.split("/", -1))
                .map(AccessLog::withoutSecret)
                .collect(Collectors.joining("/"));
    }

    private static String withoutSecret(String segment) {
        boolean suspicious =
                segment.length() > LONGEST_SEGMENT
                        || segment.contains("@")
                        || segment.contains("%40")
                        || segment.startsWith("eyJ");
        return suspicious ? "*" : segment;
    }
}
