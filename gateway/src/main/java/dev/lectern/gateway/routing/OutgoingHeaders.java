package dev.lectern.gateway.routing;

import dev.lectern.gateway.edge.ClientAddress;
import dev.lectern.gateway.edge.EdgeSettings;
import dev.lectern.gateway.services.Destination;
import dev.lectern.gateway.sessions.SessionCookie;
import dev.lectern.gateway.signin.Bearer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/// Decides what of a request reaches a service. Whatever could pass for knowledge of the gateway,
/// such as who the caller is or where it comes from, is taken out and written anew.
@Component
final class OutgoingHeaders implements HttpHeadersFilter, Ordered {

    /// The only extension headers that mean something to a service when a client sends them.
    private static final Set<String> HARMLESS = Set.of("x-requested-with", "x-csrf-token");

    private static final Set<String> IDENTITY =
            Set.of("forwarded", "remote-user", "true-client-ip", "cf-connecting-ip", "client-ip");

    private final EdgeSettings edge;
    private final Set<String> ownCookies;

    OutgoingHeaders(EdgeSettings edge) {
        this.edge = edge;
        this.ownCookies = Set.of(SessionCookie.name(edge), "XSRF-TOKEN");
    }

    /// After those of the framework, one of which lets a client name headers to be dropped.
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public HttpHeaders filter(HttpHeaders incoming, ServerWebExchange exchange) {
        HttpHeaders outgoing = new HttpHeaders();
        incoming.headerSet().stream()
                .filter(header -> isHarmless(header.getKey()))
                .forEach(header -> outgoing.addAll(header.getKey(), header.getValue()));
        if (passesAuthPages(exchange)) {
            keepForeignCookies(outgoing, exchange);
        } else {
            outgoing.remove(HttpHeaders.COOKIE);
            decideAuthorization(outgoing, exchange);
        }
        outgoing.set("X-Forwarded-For", ClientAddress.of(exchange).text());
        outgoing.set("X-Forwarded-Proto", edge.publicOrigin().getScheme());
        outgoing.set("X-Forwarded-Host", edge.authority());
        outgoing.set("X-Forwarded-Port", Integer.toString(edge.port()));
        return outgoing;
    }

    private static boolean isHarmless(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return HARMLESS.contains(name) || !(name.startsWith("x-") || IDENTITY.contains(name));
    }

    /// Auth keeps its own session with the browser and its own clients, by cookie and by `Basic`.
    private static boolean passesAuthPages(ServerWebExchange exchange) {
        Destination destination = Destination.of(exchange);
        return destination != null
                && destination.kind() == Destination.Kind.PAGE
                && destination.service().equals("auth");
    }

    private void keepForeignCookies(HttpHeaders outgoing, ServerWebExchange exchange) {
        String cookies =
                exchange.getRequest().getCookies().values().stream()
                        .flatMap(same -> same.stream())
                        .filter(cookie -> !ownCookies.contains(cookie.getName()))
                        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; "));
        if (cookies.isEmpty()) {
            outgoing.remove(HttpHeaders.COOKIE);
        } else {
            outgoing.set(HttpHeaders.COOKIE, cookies);
        }
    }

    private static void decideAuthorization(HttpHeaders outgoing, ServerWebExchange exchange) {
        String relayed = Relay.tokenFor(exchange);
        if (relayed != null) {
            outgoing.setBearerAuth(relayed);
        } else if (!Bearer.isIn(outgoing)) {
            outgoing.remove(HttpHeaders.AUTHORIZATION);
        }
    }
}
