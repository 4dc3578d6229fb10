package dev.lectern.auth.integration;

import dev.lectern.auth.application.ApiKeyViews;
import dev.lectern.auth.domain.ApiKeyId;
import dev.lectern.auth.domain.Role;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.JdbcRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/// The clients of the platform, and beside them every API key as a client of its own: it is made
/// when it is asked for, so that a key that was taken back is none at once.
final class KeyClients extends JdbcRegisteredClientRepository {

    private static final Duration ACCESS = Duration.ofMinutes(10);

    private final ApiKeyViews keys;

    KeyClients(JdbcOperations jdbc, ApiKeyViews keys) {
        super(jdbc);
        this.keys = keys;
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        if (Unstorable.is(clientId)) {
            return null;
        }
        var key = ApiKeyId.ofClient(clientId);
        return key.isPresent() ? clientOf(key.get()) : super.findByClientId(clientId);
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        var key = ApiKeyId.ofClient(id);
        return key.isPresent() ? clientOf(key.get()) : super.findById(id);
    }

    static boolean isKey(RegisteredClient client) {
        return ApiKeyId.ofClient(client.getClientId()).isPresent();
    }

    private @Nullable RegisteredClient clientOf(ApiKeyId id) {
        return keys.shown(id).map(key -> client(id, key)).orElse(null);
    }

    private static RegisteredClient client(ApiKeyId id, ApiKeyViews.Shown key) {
        return RegisteredClient.withId(id.clientId())
                .clientId(id.clientId())
                .clientName(id.clientId())
                .clientIdIssuedAt(key.createdAt())
                .clientSecret(key.secretDigest())
                .clientSecretExpiresAt(key.expiresAt())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(all -> Arrays.stream(Role.values()).map(Role::onTheWire).forEach(all::add))
                .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(ACCESS).build())
                .build();
    }
}
