package dev.lectern.auth.integration;

import dev.lectern.common.security.IdentityProperties;
import dev.lectern.events.Platform;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// The clients of the platform itself, written to the database at each start, so that a changed
/// secret or a changed list of calls holds from then on. Keys people make for themselves will live
/// beside them.
@Component
class RegisteredClients implements InitializingBean {

    private static final Logger log = LoggerFactory.getLogger(RegisteredClients.class);

    static final String BFF = "bff";
    static final String CLI = "lectern-cli";
    static final String OPERATOR = "lectern-operator";
    static final String AUDIENCE_SCOPE = "aud:";

    private static final String SELF = "auth";

    private static final Duration ACCESS = Duration.ofMinutes(10);
    private static final Duration REFRESH = Duration.ofHours(8);
    private static final long LOCK = 0x6c656374_636c6e74L;

    private final RegisteredClientRepository repository;
    private final Platform platform;
    private final ClientSecrets secrets;
    private final IdentityProperties identity;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final SecretDigest digest = new SecretDigest();

    RegisteredClients(
            RegisteredClientRepository repository,
            Platform platform,
            ClientSecrets secrets,
            IdentityProperties identity,
            JdbcClient jdbc,
            TransactionOperations transaction) {
        this.repository = repository;
        this.platform = platform;
        this.secrets = secrets;
        this.identity = identity;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void afterPropertiesSet() {
        transaction.executeWithoutResult(status -> {
            // Replicas that start together would insert the same client twice.
            jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query().singleRow();
            Stream.concat(Stream.of(bff(), cli(), operator()), services())
                    .forEach(repository::save);
        });
    }

    private RegisteredClient bff() {
        var origin = identity.publicOrigin();
        return confidential(BFF, secrets.bffSecret())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(origin + "/bff/callback")
                .postLogoutRedirectUri(origin + "/")
                .scope(OidcScopes.OPENID)
                .clientSettings(proofOfPossession())
                .tokenSettings(
                        TokenSettings.builder()
                                .accessTokenTimeToLive(ACCESS)
                                .refreshTokenTimeToLive(REFRESH)
                                // Several gateways refresh one session; a rotated token would lose
                                // it.
                                .reuseRefreshTokens(true)
                                .build())
                .build();
    }

    private static RegisteredClient cli() {
        return RegisteredClient.withId(CLI)
                .clientId(CLI)
                .clientName(CLI)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                // On a loopback address every port is accepted.
                .redirectUri("http://127.0.0.1/callback")
                .scope(OidcScopes.OPENID)
                .clientSettings(proofOfPossession())
                .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(ACCESS).build())
                .build();
    }

    private RegisteredClient operator() {
        return caller(
                OPERATOR,
                secrets.operatorSecret(),
                platform.services().stream().map(Platform.Service::name).toList());
    }

    private Stream<RegisteredClient> services() {
        return platform.services().stream()
                .filter(service -> !service.calls().isEmpty())
                .flatMap(this::service);
    }

    private Stream<RegisteredClient> service(Platform.Service service) {
        var secret = secretOf(service.name());
        if (secret.isEmpty()) {
            log.warn("{} calls other services but was given no secret to do so", service.name());
            return Stream.empty();
        }
        return Stream.of(caller(service.name(), secret, service.calls()));
    }

    private String secretOf(String service) {
        return service.equals(SELF)
                ? identity.clientSecret()
                : secrets.serviceSecrets().getOrDefault(service, "");
    }

    private RegisteredClient caller(String name, String secret, List<String> callees) {
        return confidential(name, secret)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> callees.forEach(callee -> scopes.add(AUDIENCE_SCOPE + callee)))
                .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(ACCESS).build())
                .build();
    }

    private RegisteredClient.Builder confidential(String name, String secret) {
        return RegisteredClient.withId(name)
                .clientId(name)
                .clientName(name)
                .clientSecret(digest.encode(secret))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    }

    private static ClientSettings proofOfPossession() {
        return ClientSettings.builder()
                .requireProofKey(true)
                .requireAuthorizationConsent(false)
                .build();
    }
}
