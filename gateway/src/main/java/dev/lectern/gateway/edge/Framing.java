package dev.lectern.gateway.edge;

import dev.lectern.gateway.problem.Problem;
import dev.lectern.gateway.problem.Refused;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Refuses requests that a proxy in front and a service behind may read differently: whose end is
/// coded in another way than by chunks, or that name no host, several, or none that could be one.
/// Two lengths, or a length beside chunks, never come this far: the server refuses them itself.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
final class Framing implements WebFilter {

    private static final Pattern HOST =
            Pattern.compile("[\\w.-]+(:\\d{1,5})?|\\[[0-9a-fA-F:.]+](:\\d{1,5})?");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        return isPlain(headers) && namesOneHost(headers)
                ? chain.filter(exchange)
                : Mono.defer(() -> {
                    // What follows on this connection may be the rest of this request.
                    exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close");
                    return Mono.error(
                            new Refused(
                                    Problem.INVALID_VALUE,
                                    "Send one Host, and a body with its length or in chunks."));
                });
    }

    private static boolean isPlain(HttpHeaders headers) {
        List<String> codings = headers.getOrEmpty(HttpHeaders.TRANSFER_ENCODING);
        return codings.size() <= 1 && codings.stream().allMatch("chunked"::equalsIgnoreCase);
    }

    private static boolean namesOneHost(HttpHeaders headers) {
        List<String> hosts = headers.getOrEmpty(HttpHeaders.HOST);
        return hosts.size() == 1 && HOST.matcher(hosts.getFirst()).matches();
    }
}
