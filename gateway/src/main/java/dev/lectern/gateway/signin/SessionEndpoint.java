package dev.lectern.gateway.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lectern.gateway.problem.Problem;
import dev.lectern.gateway.problem.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Tells a web app who is signed in and hands it the CSRF token. Called at its start and after a
/// refused write.
@RestController
final class SessionEndpoint {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SessionResponse(
            boolean authenticated, @Nullable String userId, @Nullable List<String> roles) {

        static final SessionResponse NOBODY = new SessionResponse(false, null, null);
    }

    private final AccessTokens tokens;

    SessionEndpoint(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping("/bff/session")
    Mono<SessionResponse> session(ServerWebExchange exchange) {
        return withCsrfCookie(exchange)
                .then(exchange.getPrincipal())
                .ofType(OAuth2AuthenticationToken.class)
                .flatMap(user -> signedIn(exchange, user))
                .defaultIfEmpty(SessionResponse.NOBODY);
    }

    private Mono<SessionResponse> signedIn(
            ServerWebExchange exchange, OAuth2AuthenticationToken user) {
        return tokens.of(exchange, user)
                .map(token -> new SessionResponse(true, user.getName(), Tokens.rolesOf(token)))
                .onErrorResume(SessionEndpoint::hasEnded, _ -> Mono.just(SessionResponse.NOBODY));
    }

    /// The cookie is only written when somebody asks for the token.
    private static Mono<CsrfToken> withCsrfCookie(ServerWebExchange exchange) {
        Mono<CsrfToken> token = exchange.getAttribute(CsrfToken.class.getName());
        return token == null ? Mono.empty() : token;
    }

    private static boolean hasEnded(Throwable failure) {
        return failure instanceof Refused refused && refused.problem() == Problem.UNAUTHENTICATED;
    }
}
