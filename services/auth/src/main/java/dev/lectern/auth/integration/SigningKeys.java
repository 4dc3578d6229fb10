package dev.lectern.auth.integration;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.lectern.auth.application.RotatingKeys;
import dev.lectern.auth.domain.SigningKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/// Shows the keys of the database to the OpenID provider. They are read anew every half minute, far
/// less than a key is shown before it signs, so replicas never disagree; and at once for a token
/// whose key is not among them, for the very first key signs as soon as another replica made it.
@Component
class SigningKeys implements JWKSource<SecurityContext>, InitializingBean {

    private static final Duration FRESH = Duration.ofSeconds(30);

    /// Invented keys must not make us read more often.
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private record Loaded(List<RotatingKeys.Usable> keys, Instant at) {}

    private final RotatingKeys rotating;
    private final Clock wallClock;
    private volatile @Nullable Loaded loaded;

    SigningKeys(RotatingKeys rotating, @Qualifier("wallClock") Clock wallClock) {
        this.rotating = rotating;
        this.wallClock = wallClock;
    }

    /// Makes the first key, and finds at the start and not at the first sign-in that keys are
    /// sealed with another secret.
    @Override
    public void afterPropertiesSet() {
        keys(wallClock.instant(), FRESH);
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        var now = wallClock.instant();
        var found = selector.select(shown(now, FRESH));
        return found.isEmpty() ? selector.select(shown(now, BETWEEN_LOOKS)) : found;
    }

    /// Of the keys that fit, the one that signs now.
    JWK signing(List<JWK> candidates) {
        var now = wallClock.instant();
        var schedule = keys(now, FRESH).stream().map(RotatingKeys.Usable::schedule).toList();
        var kid =
                SigningKey.current(schedule, now)
                        .orElseThrow(() -> new IllegalStateException("no key signs now"))
                        .kid();
        return candidates.stream()
                .filter(key -> kid.equals(key.getKeyID()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("key " + kid + " does not fit"));
    }

    private JWKSet shown(Instant now, Duration atMostOld) {
        return new JWKSet(
                keys(now, atMostOld).stream()
                        .filter(key -> key.schedule().isShown(now))
                        .<JWK>map(RotatingKeys.Usable::key)
                        .toList());
    }

    private List<RotatingKeys.Usable> keys(Instant now, Duration atMostOld) {
        var known = loaded;
        if (known != null && now.isBefore(known.at().plus(atMostOld))) {
            return known.keys();
        }
        var keys = rotating.all();
        if (keys.isEmpty()) {
            rotating.rotate(now);
            keys = rotating.all();
        }
        loaded = new Loaded(keys, now);
        return keys;
    }
}
