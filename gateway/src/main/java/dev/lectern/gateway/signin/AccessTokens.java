package dev.lectern.gateway.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lectern.gateway.problem.Problem;
import dev.lectern.gateway.problem.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizationSuccessHandler;
import org.springframework.security.oauth2.client.RefreshOidcUserReactiveOAuth2AuthorizationSuccessHandler;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoderFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/// The access token of a browser session, refreshed shortly before it expires, once for all
/// requests that come at the same time.
@Component
public final class AccessTokens {

    private static final Duration AHEAD = Duration.ofSeconds(60);

    /// Longer than any request that still holds the old token may take.
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    private final ServerOAuth2AuthorizedClientRepository clients;
    private final ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> auth;
    private final ReactiveOAuth2AuthorizationSuccessHandler identity;
    private final Clock clock;
    private final Cache<String, Mono<OAuth2AuthorizedClient>> refreshes =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build();

    AccessTokens(
            ServerOAuth2AuthorizedClientRepository clients,
            ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> auth,
            ReactiveJwtDecoderFactory<ClientRegistration> idTokens,
            Clock clock) {
        this.clients = clients;
        this.auth = auth;
        this.identity = keepingTheSessionId(idTokens);
        this.clock = clock;
    }

    /// The token to relay for this session. A session that auth no longer knows is ended, and the
    /// request refused as unauthenticated.
    public Mono<String> of(ServerWebExchange exchange, OAuth2AuthenticationToken user) {
        return clients.<OAuth2AuthorizedClient>loadAuthorizedClient(
                        AuthClient.REGISTRATION, user, exchange)
                .switchIfEmpty(Mono.defer(() -> ended(exchange)))
                .flatMap(client -> current(exchange, user, client))
                .map(client -> client.getAccessToken().getTokenValue());
    }

    private Mono<OAuth2AuthorizedClient> current(
            ServerWebExchange exchange,
            OAuth2AuthenticationToken user,
            OAuth2AuthorizedClient client) {
        Instant expiry = client.getAccessToken().getExpiresAt();
        Instant now = clock.instant();
        if (expiry == null || now.isBefore(expiry.minus(AHEAD))) {
            return Mono.just(client);
        }
        return refreshedOnce(exchange, user, client)
                .onErrorResume(AccessTokens::isRevoked, _ -> Mono.defer(() -> ended(exchange)))
                .onErrorResume(
                        // Auth is away, but the old token has some seconds left.
                        failure -> !(failure instanceof Refused) && now.isBefore(expiry),
                        _ -> Mono.just(client))
                .onErrorMap(failure -> !(failure instanceof Refused), Refused::unavailable);
    }

    private Mono<OAuth2AuthorizedClient> refreshedOnce(
            ServerWebExchange exchange,
            OAuth2AuthenticationToken user,
            OAuth2AuthorizedClient client) {
        String old = client.getAccessToken().getTokenValue();
        return refreshes.get(
                old,
                _ ->
                        refreshed(exchange, user, client)
                                .doOnError(_ -> refreshes.invalidate(old))
                                .cache());
    }

    private Mono<OAuth2AuthorizedClient> refreshed(
            ServerWebExchange exchange,
            OAuth2AuthenticationToken user,
            OAuth2AuthorizedClient client) {
        OAuth2RefreshToken refreshToken = client.getRefreshToken();
        if (refreshToken == null) {
            return Mono.error(
                    new OAuth2AuthorizationException(
                            new OAuth2Error(OAuth2ErrorCodes.INVALID_GRANT)));
        }
        return auth.getTokenResponse(
                        new OAuth2RefreshTokenGrantRequest(
                                client.getClientRegistration(),
                                client.getAccessToken(),
                                refreshToken))
                .flatMap(response -> kept(exchange, user, client, response));
    }

    /// Stores the new tokens at once and not with the answer: the browser may have left by then.
    private Mono<OAuth2AuthorizedClient> kept(
            ServerWebExchange exchange,
            OAuth2AuthenticationToken user,
            OAuth2AuthorizedClient old,
            OAuth2AccessTokenResponse response) {
        OAuth2RefreshToken next = response.getRefreshToken();
        OAuth2AuthorizedClient client =
                new OAuth2AuthorizedClient(
                        old.getClientRegistration(),
                        user.getName(),
                        response.getAccessToken(),
                        next == null ? old.getRefreshToken() : next);
        Map<String, Object> attributes = new HashMap<>(response.getAdditionalParameters());
        attributes.put(ServerWebExchange.class.getName(), exchange);
        return identity.onAuthorizationSuccess(client, user, attributes)
                .then(clients.saveAuthorizedClient(client, user, exchange))
                .then(exchange.getSession())
                .flatMap(WebSession::save)
                .thenReturn(client);
    }

    private static <T> Mono<T> ended(ServerWebExchange exchange) {
        return exchange.getSession()
                .flatMap(WebSession::invalidate)
                .then(
                        Mono.error(() ->
                                new Refused(
                                        Problem.UNAUTHENTICATED,
                                        "The session has ended. Sign in again.")));
    }

    private static boolean isRevoked(Throwable failure) {
        return failure instanceof OAuth2AuthorizationException refusal
                && OAuth2ErrorCodes.INVALID_GRANT.equals(refusal.getError().getErrorCode());
    }

    /// Takes over the new id token, which auth wants to see at sign-out. The framework's own way of
    /// doing so gives the session a new id, under which nine of ten parallel requests do not find
    /// it.
    private static ReactiveOAuth2AuthorizationSuccessHandler keepingTheSessionId(
            ReactiveJwtDecoderFactory<ClientRegistration> idTokens) {
        RefreshOidcUserReactiveOAuth2AuthorizationSuccessHandler handler =
                new RefreshOidcUserReactiveOAuth2AuthorizationSuccessHandler();
        handler.setJwtDecoderFactory(idTokens);
        handler.setServerSecurityContextRepository(new SameSessionContext());
        return handler;
    }
}
