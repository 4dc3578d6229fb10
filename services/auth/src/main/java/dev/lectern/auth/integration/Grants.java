package dev.lectern.auth.integration;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.transaction.support.TransactionOperations;

/// What was granted to clients. A grant is found by every id token it ever got, not by the newest
/// alone: where two gateways refresh one session at once, it may keep the older one, and must still
/// be able to sign out.
///
/// Each step is one transaction, and so takes one connection: the client of a grant is read while
/// its own row is, and a handful of requests that each hold a connection and wait for a second hold
/// up everybody.
final class Grants extends JdbcOAuth2AuthorizationService {

    private static final OAuth2TokenType ID_TOKEN =
            new OAuth2TokenType(OidcParameterNames.ID_TOKEN);
    private static final String SESSION = "sid";

    private final JwtDecoder idTokens;
    private final TransactionOperations transaction;

    Grants(
            JdbcOperations jdbc,
            RegisteredClientRepository clients,
            JwtDecoder idTokens,
            TransactionOperations transaction) {
        super(jdbc, clients);
        this.idTokens = idTokens;
        this.transaction = transaction;
    }

    @Override
    public void save(OAuth2Authorization grant) {
        transaction.executeWithoutResult(status -> super.save(grant));
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return transaction.execute(status -> super.findById(id));
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return Unstorable.is(token) ? null : transaction.execute(status -> find(token, type));
    }

    private @Nullable OAuth2Authorization find(String token, @Nullable OAuth2TokenType type) {
        var current = super.findByToken(token, type);
        return current == null && type != null && ID_TOKEN.equals(type)
                ? thatOnceGot(token).orElse(null)
                : current;
    }

    private Optional<OAuth2Authorization> thatOnceGot(String idToken) {
        try {
            var old = idTokens.decode(idToken);
            return getJdbcOperations()
                    .queryForList(
                            "select id from oauth2_authorization where principal_name = ?",
                            String.class,
                            old.getSubject())
                    .stream()
                    .map(this::findById)
                    .filter(Objects::nonNull)
                    .filter(grant -> isSameSession(old, grant.getToken(OidcIdToken.class)))
                    .findFirst();
        } catch (JwtException e) {
            return Optional.empty();
        }
    }

    private static boolean isSameSession(
            Jwt old, OAuth2Authorization.@Nullable Token<OidcIdToken> current) {
        return current != null
                && Objects.equals(current.getToken().getAudience(), old.getAudience())
                && current.getToken().getClaims().get(SESSION) instanceof String session
                && session.equals(old.getClaims().get(SESSION));
    }
}
