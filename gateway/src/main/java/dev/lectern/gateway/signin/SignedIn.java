package dev.lectern.gateway.signin;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.lectern.gateway.sessions.SessionIndex;
import dev.lectern.gateway.sessions.SessionSettings;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.ServerRedirectStrategy;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/// Completes a sign-in: the session gets its full life, can be found by a revocation, and the
/// browser goes where it wanted to.
@Component
final class SignedIn implements ServerAuthenticationSuccessHandler {

    private final ServerOAuth2AuthorizedClientRepository clients;
    private final SessionIndex index;
    private final SessionSettings settings;
    private final ServerRedirectStrategy redirects = new DefaultServerRedirectStrategy();

    SignedIn(
            ServerOAuth2AuthorizedClientRepository clients,
            SessionIndex index,
            SessionSettings settings) {
        this.clients = clients;
        this.index = index;
        this.settings = settings;
    }

    @Override
    public Mono<Void> onAuthenticationSuccess(
            WebFilterExchange webFilterExchange, Authentication user) {
        ServerWebExchange exchange = webFilterExchange.getExchange();
        return exchange.getSession()
                .flatMap(session -> {
                    session.setMaxIdleTime(settings.idle());
                    Object wanted = session.getAttributes().remove(ReturnPath.PARAMETER);
                    session.getAttributes().remove(SignInFailed.RESTARTED);
                    URI target = ReturnPath.of(wanted);
                    return entered(exchange, session, user)
                            .then(redirects.sendRedirect(exchange, target));
                });
    }

    private Mono<Void> entered(
            ServerWebExchange exchange, WebSession session, Authentication user) {
        return clients.<OAuth2AuthorizedClient>loadAuthorizedClient(
                        AuthClient.REGISTRATION, user, exchange)
                .flatMap(
                        client -> index.enter(session.getId(), user.getName(), sids(client, user)));
    }

    /// Auth names a sign-in by the `sid` of its access tokens; the one of the id token, by which
    /// OpenID Connect names it, is another value.
    private static Set<String> sids(OAuth2AuthorizedClient client, Authentication user) {
        Set<String> sids = new LinkedHashSet<>();
        JWTClaimsSet claims = Tokens.claimsOf(client.getAccessToken().getTokenValue());
        if (claims.getClaim("sid") instanceof String sid) {
            sids.add(sid);
        }
        if (user.getPrincipal() instanceof OidcUser oidc
                && oidc.getIdToken().getClaim("sid") instanceof String sid) {
            sids.add(sid);
        }
        return sids;
    }
}
