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

/// The public keys auth signs with. They are fetched at the first token, kept for a while, and outlive
/// an outage of auth, so that neither start order nor a restart of auth turns valid tokens away.
@Component
final class SigningKeys {

    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration BETWEEN_FETCHES_FOR_UNKNOWN_KEYS = Duration.ofSeconds(30);
    private static final int LARGEST_DOCUMENT = 64 * 1024;

    private final JWKSource<SecurityContext> source;

    SigningKeys(Services services, BffSettings settings) throws MalformedURLException {
        URI address = services.named("auth").address().resolve("/oauth2/jwks");
        int patience = Math.toIntExact(settings.patience().toMillis());
        this.source =
                JWKSourceBuilder.create(
                                address.toURL(),
                                new DefaultResourceRetriever(patience, patience, LARGEST_DOCUMENT))
                        .cache(FRESH.toMillis(), settings.patience().multipliedBy(2).toMillis())
                        .refreshAheadCache(Duration.ofSeconds(30).toMillis(), true)
                        .rateLimited(BETWEEN_FETCHES_FOR_UNKNOWN_KEYS.toMillis())
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
            return source.get(selector, null);
        } catch (RateLimitReachedException _) {
            // Asked for an unknown key a moment ago. Invented key ids must not make us ask more often.
            return List.of();
        } catch (KeySourceException e) {
            throw Refused.unavailable(e);
        }
    }
}
