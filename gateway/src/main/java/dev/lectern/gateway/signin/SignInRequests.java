package dev.lectern.gateway.signin;

import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/// Starts the sign-in of a browser at `/bff/login` and keeps where it wants to return to.
@Component
final class SignInRequests implements ServerOAuth2AuthorizationRequestResolver {

    /// Sessions of visitors who never come back from the sign-in page must not pile up.
    static final Duration UNTIL_SIGNED_IN = Duration.ofMinutes(15);

    private final DefaultServerOAuth2AuthorizationRequestResolver requests;

    SignInRequests(ReactiveClientRegistrationRepository registrations) {
        this.requests = new DefaultServerOAuth2AuthorizationRequestResolver(registrations, start());
        requests.setAuthorizationRequestCustomizer(
                OAuth2AuthorizationRequestCustomizers.withPkce());
    }

    private static ServerWebExchangeMatcher start() {
        ServerWebExchangeMatcher path =
                ServerWebExchangeMatchers.pathMatchers(HttpMethod.GET, "/bff/login");
        return exchange ->
                path.matches(exchange)
                        .flatMap(result ->
                                result.isMatch()
                                        ? MatchResult.match(
                                                Map.of("registrationId", AuthClient.REGISTRATION))
                                        : MatchResult.notMatch());
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange) {
        return requests.resolve(exchange).flatMap(request -> begun(exchange).thenReturn(request));
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> resolve(
            ServerWebExchange exchange, String clientRegistrationId) {
        return requests.resolve(exchange, clientRegistrationId);
    }

    private static Mono<WebSession> begun(ServerWebExchange exchange) {
        String wanted = exchange.getRequest().getQueryParams().getFirst(ReturnPath.PARAMETER);
        return exchange.getSession()
                .doOnNext(session -> {
                    if (!session.isStarted()) {
                        session.setMaxIdleTime(UNTIL_SIGNED_IN);
                    }
                    session.getAttributes()
                            .put(ReturnPath.PARAMETER, ReturnPath.of(wanted).toString());
                });
    }
}
