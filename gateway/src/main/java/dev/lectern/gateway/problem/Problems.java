package dev.lectern.gateway.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Writes a refusal as an RFC 9457 document.
@Component
final class Problems {

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    /// Answers with the refusal, without anything a service may already have put on the response.
    /// Headers that belong on every answer are completed last and even where the commit has failed
    /// once, for then nothing else will be run before it.
    Mono<Void> answer(ServerWebExchange exchange, Refused refused, Runnable completingHeaders) {
        ServerHttpResponse response = exchange.getResponse();
        HttpHeaders headers = response.getHeaders();
        keepOnlyOwn(headers);
        Problem problem = refused.problem();
        response.setStatusCode(problem.status());
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl("no-store");
        Duration retryAfter = refused.retryAfter();
        if (retryAfter != null) {
            headers.set(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(Math.max(1, (retryAfter.toMillis() + 999) / 1000)));
        }
        if (problem == Problem.UNAUTHENTICATED && !headers.containsHeader("WWW-Authenticate")) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Session");
        }
        completingHeaders.run();
        byte[] body = json.writeValueAsBytes(document(exchange, refused));
        headers.setContentLength(body.length);
        return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static Map<String, Object> document(ServerWebExchange exchange, Refused refused) {
        Problem problem = refused.problem();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", problem.type());
        document.put("title", problem.title());
        document.put("status", problem.status().value());
        document.put("code", problem.name());
        document.put("detail", refused.detail());
        document.put("instance", exchange.getRequest().getURI().getRawPath());
        String traceId = TraceId.of(exchange);
        if (traceId != null) {
            document.put("traceId", traceId);
        }
        document.put("retryable", problem.retryable());
        return document;
    }

    private static void keepOnlyOwn(HttpHeaders headers) {
        headers.headerNames().stream()
                .filter(name -> !isOwn(name))
                .toList()
                .forEach(headers::remove);
    }

    private static boolean isOwn(String name) {
        return name.regionMatches(true, 0, "Access-Control-", 0, 15)
                || name.regionMatches(true, 0, "RateLimit", 0, 9)
                || name.equalsIgnoreCase(HttpHeaders.CONNECTION)
                || name.equalsIgnoreCase(HttpHeaders.VARY)
                || name.equalsIgnoreCase(HttpHeaders.ALLOW)
                || name.equalsIgnoreCase(HttpHeaders.WWW_AUTHENTICATE);
    }
}
