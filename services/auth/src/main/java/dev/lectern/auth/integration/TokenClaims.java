package dev.lectern.auth.integration;

import dev.lectern.auth.application.ApiKeyViews;
import dev.lectern.auth.application.OpenSessions;
import dev.lectern.auth.domain.ApiKeyId;
import dev.lectern.auth.domain.SignInId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/// What an access token says. A person's roles are read at each issue, so a granted role is in the
/// next token, and a sign-in that was ended gets none.
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private static final String PEOPLE = "lectern-api";
    private static final String FACTOR = "FACTOR_";

    private final OpenSessions sessions;
    private final ApiKeyViews keys;

    TokenClaims(OpenSessions sessions, ApiKeyViews keys) {
        this.sessions = sessions;
        this.keys = keys;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            return;
        }
        var key = ApiKeyId.ofClient(context.getRegisteredClient().getClientId());
        if (key.isPresent()) {
            program(key.get(), context);
        } else if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(
                context.getAuthorizationGrantType())) {
            service(context);
        } else {
            person(context);
        }
    }

    private static void service(JwtEncodingContext context) {
        var audiences =
                context.getAuthorizedScopes().stream()
                        .filter(scope -> scope.startsWith(RegisteredClients.AUDIENCE_SCOPE))
                        .map(scope -> scope.substring(RegisteredClients.AUDIENCE_SCOPE.length()))
                        .toList();
        context.getClaims().audience(stored(audiences)).claim("roles", stored(List.of("service")));
    }

    /// A program acts for its owner, but is no sign-in of theirs: there is no `sid`.
    private void program(ApiKeyId key, JwtEncodingContext context) {
        var acting = keys.acting(key).orElseThrow(TokenClaims::ended);
        var asked = context.getAuthorizedScopes();
        var roles =
                acting.roles().stream()
                        .filter(role -> asked.isEmpty() || asked.contains(role))
                        .toList();
        if (roles.isEmpty()) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_SCOPE);
        }
        context.getClaims()
                .subject(acting.owner().toString())
                .audience(stored(List.of(PEOPLE)))
                .claim("roles", stored(roles))
                .claim("amr", stored(List.of("key")));
    }

    private void person(JwtEncodingContext context) {
        var principal = Objects.requireNonNull(context.<Authentication>getPrincipal());
        var signIn = signInOf(principal);
        var roles = sessions.renew(signIn).orElseThrow(TokenClaims::ended);
        context.getClaims()
                .audience(stored(List.of(PEOPLE)))
                .claim("roles", stored(roles))
                .claim("sid", signIn.toString())
                .claim("amr", stored(factorsOf(principal)));
    }

    private static SignInId signInOf(Authentication principal) {
        if (principal.getDetails() instanceof WebAuthenticationDetails details
                && details.getSessionId() != null) {
            return new SignInId(UUID.fromString(details.getSessionId()));
        }
        throw ended();
    }

    private static List<String> factorsOf(Authentication principal) {
        return principal.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && authority.startsWith(FACTOR))
                .map(authority -> authority.substring(FACTOR.length()).toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    /// The store of authorizations reads back only a few classes, and those of `List.of` are not
    /// among them: the token would be issued and never be found again.
    private static List<String> stored(List<String> values) {
        return new ArrayList<>(values);
    }

    private static OAuth2AuthenticationException ended() {
        return new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
    }
}
