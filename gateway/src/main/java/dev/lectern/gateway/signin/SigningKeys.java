package dev.lectern.gateway.signin;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.SignedJWT;
import dev.lectern.gateway.problem.Refused;
import dev.lectern.gateway.services.Services;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// The public keys auth signs with. They are fetched at the first token, kept for a while, and
/// outlive an outage of auth, so that neither start order nor a restart of auth turns valid tokens
/// away.
@Component
final class SigningKeys {

    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(5);
    private static final int LARGEST_DOCUMENT = 64 * 1024;

    private final JWKSource<SecurityContext> source;
    private volatile boolean known;

    SigningKeys(Services services, BffSettings settings) throws MalformedURLException {
        URI address = services.named("auth").address().resolve("/oauth2/jwks");
        int patience = Math.toIntExact(settings.patience().toMillis());
        this.source =
                JWKSourceBuilder.create(
                                address.toURL(),
                                new DefaultResourceRetriever(patience, patience, LARGEST_DOCUMENT))
                        .cache(FRESH.toMillis(), settings.patience().multipliedBy(2).toMillis())
                        .refreshAheadCache(Duration.ofSeconds(30).toMillis(), true)
                        .rateLimited(BETWEEN_FETCHES.toMillis())
                        .outageTolerant(settings.keysOutlive().toMillis())
                        .build();
    }

    /// A decoder that takes signatures of these keys only: whatever key or address a token brings
    /// along in its header is never looked at.
    ReactiveJwtDecoder decoder(OAuth2TokenValidator<Jwt> validator) {
        NimbusReactiveJwtDecoder decoder =
                NimbusReactiveJwtDecoder.withJwkSource(this::candidates).build();
        decoder.setJwtValidator(validator);
        return decoder;
    }

    private Flux<JWK> candidates(SignedJWT token) {
        JWKMatcher matcher = JWKMatcher.forJWSHeader(token.getHeader());
        // The source may wait for auth, which a thread that serves requests must not.
        return Mono.fromCallable(() -> matching(new JWKSelector(matcher)))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMapIterable(keys -> keys);
    }

    private List<JWK> matching(JWKSelector selector) {
        try {
            List<JWK> keys = source.get(selector, null);
            known = true;
            return keys;
        } catch (RateLimitReachedException e) {
            // Asked a moment ago. Invented key ids must not make us ask more often, but as long as
            // there has been no answer at all, the fault is not the token's.
            if (known) {
                return List.of();
            }
            throw Refused.unavailable(e);
        } catch (KeySourceException e) {
            throw Refused.unavailable(e);
        }
    }
}
