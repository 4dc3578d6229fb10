package dev.lectern.gateway.signin;

import dev.lectern.gateway.problem.Failures;
import dev.lectern.gateway.problem.Problem;
import dev.lectern.gateway.problem.Refused;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.ServerRedirectStrategy;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.ServerAuthenticationFailureHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/// What a browser gets that comes back from auth and is not signed in. A session holds one pending
/// sign-in, so of two tabs the first one fails: it starts again, once, and auth lets it through.
@Component
final class SignInFailed implements ServerAuthenticationFailureHandler {

    static final String RESTARTED = "signInRestarted";

    private static final Logger log = LoggerFactory.getLogger(SignInFailed.class);

    private final ServerRedirectStrategy redirects = new DefaultServerRedirectStrategy();

    @Override
    public Mono<Void> onAuthenticationFailure(
            WebFilterExchange webFilterExchange, AuthenticationException failure) {
        ServerWebExchange exchange = webFilterExchange.getExchange();
        if (Failures.isAway(failure)) {
            return Mono.error(Refused.unavailable(failure));
        }
        String code =
                failure instanceof OAuth2AuthenticationException refusal
                        ? refusal.getError().getErrorCode()
                        : failure.getClass().getSimpleName();
        log.info("A sign-in did not complete: {}", code);
        if (code.equals(OAuth2ErrorCodes.ACCESS_DENIED)) {
            return redirects.sendRedirect(exchange, URI.create("/"));
        }
        return exchange.getSession().flatMap(session -> againOrRefused(exchange, session));
    }

    private Mono<Void> againOrRefused(ServerWebExchange exchange, WebSession session) {
        if (session.getAttributes().putIfAbsent(RESTARTED, true) != null) {
            session.getAttributes().remove(RESTARTED);
            return Mono.error(
                    new Refused(
                            Problem.UNAUTHENTICATED, "The sign-in did not complete. Start again."));
        }
        Object wanted = session.getAttribute(ReturnPath.PARAMETER);
        String query = URLEncoder.encode(ReturnPath.of(wanted).toString(), StandardCharsets.UTF_8);
        return redirects.sendRedirect(
                exchange, URI.create("/bff/login?" + ReturnPath.PARAMETER + "=" + query));
    }
}
