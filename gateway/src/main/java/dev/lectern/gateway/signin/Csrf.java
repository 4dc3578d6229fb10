package dev.lectern.gateway.signin;

import dev.lectern.gateway.edge.EdgeSettings;
import dev.lectern.gateway.problem.Problem;
import dev.lectern.gateway.problem.Refused;
import dev.lectern.gateway.sessions.SessionCookie;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.CsrfWebFilter;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestHandler;
import org.springframework.security.web.server.csrf.XorServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.util.matcher.AndServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// The double-submit token of the browser chain, in the form that scripts use: the plain value of
/// the readable cookie comes back as a header. Forms send the masked value instead.
final class Csrf implements ServerCsrfTokenRequestHandler {

    private static final String HEADER = "X-XSRF-TOKEN";

    private final ServerCsrfTokenRequestHandler plain =
            new ServerCsrfTokenRequestAttributeHandler();
    private final ServerCsrfTokenRequestHandler masked =
            new XorServerCsrfTokenRequestAttributeHandler();

    static void configure(CsrfSpec csrf, EdgeSettings edge) {
        CookieServerCsrfTokenRepository cookie =
                CookieServerCsrfTokenRepository.withHttpOnlyFalse();
        cookie.setCookieCustomizer(
                attributes -> attributes.secure(edge.secure()).sameSite("Lax").path("/"));
        csrf.csrfTokenRepository(cookie)
                .csrfTokenRequestHandler(new Csrf())
                .requireCsrfProtectionMatcher(
                        new AndServerWebExchangeMatcher(
                                CsrfWebFilter.DEFAULT_CSRF_MATCHER, withSessionCookie(edge)))
                .accessDeniedHandler((_, _) ->
                        Mono.error(
                                new Refused(
                                        Problem.CSRF_INVALID,
                                        "Call /bff/session and send the value of the cookie"
                                                + " XSRF-TOKEN as X-XSRF-TOKEN.")));
    }

    /// Without a session cookie there is nothing a foreign page could ride on, and a client that
    /// only forgot its bearer token should be told to sign in.
    private static ServerWebExchangeMatcher withSessionCookie(EdgeSettings edge) {
        return exchange ->
                exchange.getRequest().getCookies().containsKey(SessionCookie.name(edge))
                        ? MatchResult.match()
                        : MatchResult.notMatch();
    }

    @Override
    public void handle(ServerWebExchange exchange, Mono<CsrfToken> token) {
        masked.handle(exchange, token);
    }

    @Override
    public Mono<String> resolveCsrfTokenValue(ServerWebExchange exchange, CsrfToken token) {
        boolean fromScript = exchange.getRequest().getHeaders().containsHeader(HEADER);
        return (fromScript ? plain : masked).resolveCsrfTokenValue(exchange, token);
    }
}
