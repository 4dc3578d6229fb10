package dev.lectern.common.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.URL;
import java.time.Duration;
import java.util.List;

/// The keys auth publishes. A token with a key that is not among them makes us look again, but not
/// as often as somebody sends such tokens: then the key simply does not exist.
final class PublishedKeys implements JWKSource<SecurityContext> {

    private static final int PATIENCE_MILLIS = 2000;
    private static final Duration CACHED = Duration.ofMinutes(5);
    private static final Duration SURVIVE_AUTH = Duration.ofMinutes(30);

    /// Short, because it also counts attempts that failed: a service that came up before auth must
    /// not wait longer than auth does.
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final JWKSource<SecurityContext> keys;
    private volatile boolean known;

    PublishedKeys(URL uri) {
        this.keys =
                JWKSourceBuilder.<SecurityContext>create(
                                uri, new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS))
                        // Whoever waits for a fetch waits longer than it can take, connecting and
                        // reading: else an auth that hangs would turn valid tokens away.
                        .cache(CACHED.toMillis(), 3L * PATIENCE_MILLIS)
                        .rateLimited(BETWEEN_LOOKS.toMillis())
                        // Without this a valid token is refused minutes after auth goes away.
                        .outageTolerant(SURVIVE_AUTH.toMillis())
                        .build();
    }

    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) throws KeySourceException {
        try {
            var found = keys.get(selector, context);
            known = true;
            return found;
        } catch (RateLimitReachedException e) {
            if (known) {
                return List.of();
            }
            throw e;
        }
    }
}
