package dev.lectern.auth.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import dev.lectern.auth.application.AuthSettings;
import dev.lectern.auth.application.RotatingKeys;
import dev.lectern.auth.application.Vault;
import dev.lectern.testing.Part;
import dev.lectern.testing.ServiceTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/// On a database of its own: to take the keys away from an auth that runs would void the tokens it
/// has just signed.
@ServiceTest(
        webEnvironment = WebEnvironment.NONE,
        infrastructure = Part.POSTGRES,
        classes = KeyRotationTest.KeysAlone.class,
        properties = "lectern.auth.encryption-key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=")
class KeyRotationTest {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(AuthSettings.class)
    @Import({RotatingKeys.class, Vault.class})
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    static class KeysAlone {}

    private static final Duration CACHED_BY_OTHERS = Duration.ofMinutes(5);

    @Autowired RotatingKeys rotating;
    @Autowired JdbcClient database;

    private final Instant start = Clock.systemUTC().instant();
    private Instant now = start;

    @BeforeEach
    void withoutKeys() {
        database.sql("delete from signing_key").update();
    }

    @Test
    void makesOneFirstKeyHoweverManyReplicasStartAtOnce() throws Exception {
        atOnce(4, () -> replica().get(all(), null).size());

        assertThat(rotating.all()).hasSize(1);
    }

    @Test
    void makesOneSuccessorHoweverManyReplicasRotateAtOnce() throws Exception {
        rotating.rotate(start);
        now = start.plus(Duration.ofDays(31));

        atOnce(
                4,
                () -> {
                    rotating.rotate(now);
                    return 0;
                });

        assertThat(rotating.all()).hasSize(2);
    }

    @Test
    void neverSignsWithAKeyAnotherReplicaDoesNotShowYet() {
        var one = replica();
        var other = replica();
        tokenOf(one);
        now = start.plus(Duration.ofDays(30));
        other.get(all(), null);
        rotating.rotate(now);
        var firstKid = kid(tokenOf(one));

        // The other replica, and everybody who caches its answer, may be behind by minutes.
        var behind = other.get(all(), null);
        now = now.plus(CACHED_BY_OTHERS);

        assertThat(kid(tokenOf(one))).isEqualTo(firstKid);
        assertThat(behind).extracting(key -> key.getKeyID()).contains(firstKid);
        now = now.plus(Duration.ofHours(1));
        assertThat(kid(tokenOf(one))).isNotEqualTo(firstKid);
        assertThat(kid(tokenOf(other))).isNotEqualTo(firstKid);
    }

    @Test
    void keepsTokensOfTheOldKeyValidUntilTheyExpire() {
        var keys = replica();
        tokenOf(keys);
        now = start.plus(Duration.ofDays(30));
        rotating.rotate(now);
        now = now.plus(Duration.ofMinutes(59));
        var lastOfTheOld = tokenOf(keys);
        now = now.plus(Duration.ofMinutes(10));

        assertThat(kid(tokenOf(keys))).isNotEqualTo(kid(lastOfTheOld));
        assertThat(accepts(keys, lastOfTheOld)).isTrue();
    }

    @Test
    void forgetsAKeyNoTokenNeedsAnyMore() {
        var keys = replica();
        var old = tokenOf(keys);
        now = start.plus(Duration.ofDays(30));
        rotating.rotate(now);
        now = now.plus(Duration.ofHours(3));

        rotating.rotate(now);

        assertThat(rotating.all()).hasSize(1);
        assertThat(keys.get(all(), null))
                .extracting(key -> key.getKeyID())
                .doesNotContain(kid(old));
    }

    @Test
    void acceptsATokenOfAKeyAnotherReplicaHasJustMade() {
        var behind = replica();
        tokenOf(behind);
        database.sql("delete from signing_key").update();
        var token = tokenOf(replica());

        assertThatThrownBy(() -> accepts(behind, token)).isInstanceOf(JwtException.class);
        now = now.plusSeconds(1);

        assertThat(accepts(behind, token)).isTrue();
    }

    @Test
    void signsThoughTheClockOfTheReplicaThatMadeTheKeyIsAhead() {
        rotating.rotate(start.plusSeconds(20));
        var keys = replica();

        assertThat(accepts(keys, tokenOf(keys))).isTrue();
    }

    @Test
    void keepsKeysSealedInTheDatabase() {
        rotating.rotate(start);

        var stored = database.sql("select jwk from signing_key").query(String.class).single();

        assertThat(stored).doesNotContain("{", rotating.all().getFirst().schedule().kid());
    }

    private SigningKeys replica() {
        InstantSource time = () -> now;
        return new SigningKeys(rotating, time.withZone(ZoneOffset.UTC));
    }

    private Jwt tokenOf(SigningKeys keys) {
        var encoder = new NimbusJwtEncoder(keys);
        encoder.setJwkSelector(keys::signing);
        return encoder.encode(
                JwtEncoderParameters.from(
                        JwsHeader.with(SignatureAlgorithm.RS256).build(),
                        JwtClaimsSet.builder().subject("somebody").build()));
    }

    private static boolean accepts(SigningKeys keys, Jwt token) {
        var read = NimbusJwtDecoder.withJwkSource(keys).build().decode(token.getTokenValue());
        return "somebody".equals(read.getSubject());
    }

    private static String kid(Jwt token) {
        return String.valueOf(token.getHeaders().get("kid"));
    }

    private static JWKSelector all() {
        return new JWKSelector(new JWKMatcher.Builder().build());
    }

    private static void atOnce(int times, Callable<Integer> work) throws Exception {
        try (var pool = Executors.newFixedThreadPool(times)) {
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (var i = 0; i < times; i++) {
                tasks.add(work);
            }
            for (var result : pool.invokeAll(tasks)) {
                result.get();
            }
        }
    }
}
