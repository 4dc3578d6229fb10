package dev.lectern.gateway.signin;

import java.util.Collection;
import java.util.Set;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Lets only staff through. A browser's roles are read from the token that would be relayed, which
/// is at most as old as a token may be; those of its sign-in may have changed since.
@Component
final class StaffOnly implements ReactiveAuthorizationManager<AuthorizationContext> {

    private static final Set<String> STAFF = Set.of("moderator", "support", "admin");

    private final AccessTokens tokens;

    StaffOnly(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Mono<AuthorizationResult> authorize(
            Mono<Authentication> authentication, AuthorizationContext context) {
        return authentication
                .filter(Authentication::isAuthenticated)
                .flatMap(caller -> rolesOf(caller, context))
                .<AuthorizationResult>map(roles ->
                        new AuthorizationDecision(roles.stream().anyMatch(STAFF::contains)))
                .defaultIfEmpty(new AuthorizationDecision(false));
    }

    private Mono<Collection<String>> rolesOf(Authentication caller, AuthorizationContext context) {
        if (caller instanceof OAuth2AuthenticationToken user) {
            return tokens.of(context.getExchange(), user).map(Tokens::rolesOf);
        }
        return Mono.just(
                caller.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .map(authority -> authority.replaceFirst("^ROLE_", ""))
                        .toList());
    }
}
