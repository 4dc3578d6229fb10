package dev.lectern.gateway.signin;

import dev.lectern.gateway.edge.EdgeSettings;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.server.logout.OidcClientInitiatedServerLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.server.ServerRedirectStrategy;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.logout.ServerLogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Sends a browser that signed out here on to auth, to sign out there too. A script gets the
/// address to go to, since it could not follow a redirect to a page.
@Component
final class SignOut implements ServerLogoutSuccessHandler {

    private final OidcClientInitiatedServerLogoutSuccessHandler atAuth;

    SignOut(ReactiveClientRegistrationRepository registrations, EdgeSettings edge) {
        this.atAuth = new OidcClientInitiatedServerLogoutSuccessHandler(registrations);
        atAuth.setPostLogoutRedirectUri(edge.origin() + "/");
        atAuth.setRedirectStrategy(onward());
    }

    @Override
    public Mono<Void> onLogoutSuccess(WebFilterExchange exchange, Authentication user) {
        return user.getPrincipal() instanceof OidcUser
                ? atAuth.onLogoutSuccess(exchange, user)
                : onward().sendRedirect(exchange.getExchange(), URI.create("/"));
    }

    private static ServerRedirectStrategy onward() {
        return (exchange, target) ->
                Mono.fromRunnable(() -> {
                    ServerHttpResponse response = exchange.getResponse();
                    response.setStatusCode(
                            isForm(exchange) ? HttpStatus.SEE_OTHER : HttpStatus.ACCEPTED);
                    response.getHeaders().setLocation(target);
                });
    }

    private static boolean isForm(ServerWebExchange exchange) {
        MediaType type = exchange.getRequest().getHeaders().getContentType();
        return type != null && type.isCompatibleWith(MediaType.APPLICATION_FORM_URLENCODED);
    }
}
