package dev.lectern.auth.application;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.lectern.auth.domain.SigningKey;
import java.text.ParseException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// Keeps the keys tokens are signed with, sealed in the database, and makes each successor in time.
/// Any number of replicas may do so at once: one works, the others find it done.
@Service
public class RotatingKeys {

    /// A key with what it takes to sign.
    public record Usable(SigningKey schedule, RSAKey key) {}

    private static final int BITS = 2048;
    private static final long LOCK = 0x6c656374_6b657973L;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final TransactionOperations transaction;

    RotatingKeys(JdbcClient jdbc, Vault vault, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.transaction = transaction;
    }

    /// Makes the first key or the next one if it is due, and forgets those no token needs any more.
    public void rotate(Instant now) {
        if (SigningKey.successorFrom(schedule(), now).isEmpty()) {
            forgetExpired(now);
            return;
        }
        // Takes long, and so is done before the lock; whoever comes second throws his away.
        var candidate = generate();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query().singleRow();
            forgetExpired(now);
            var known = schedule();
            SigningKey.successorFrom(known, now)
                    .ifPresent(start -> succeed(known, candidate, start));
        });
    }

    /// The keys there are, the retired ones still shown included.
    public List<Usable> all() {
        return jdbc.sql("select kid, jwk, active_from, expires_at from signing_key")
                .query((row, n) ->
                        new Usable(
                                new SigningKey(
                                        row.getString("kid"),
                                        row.getObject("active_from", OffsetDateTime.class)
                                                .toInstant(),
                                        Optional.ofNullable(
                                                        row.getObject(
                                                                "expires_at", OffsetDateTime.class))
                                                .map(OffsetDateTime::toInstant)),
                                parse(vault.open(row.getString("jwk")))))
                .list();
    }

    private List<SigningKey> schedule() {
        return all().stream().map(Usable::schedule).toList();
    }

    private void forgetExpired(Instant now) {
        jdbc.sql("delete from signing_key where expires_at <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void succeed(List<SigningKey> known, RSAKey key, Instant start) {
        SigningKey.newest(known)
                .ifPresent(previous ->
                        jdbc.sql("update signing_key set expires_at = :at" + " where kid = :kid")
                                .param(
                                        "at",
                                        SigningKey.expiryBefore(start).atOffset(ZoneOffset.UTC))
                                .param("kid", previous.kid())
                                .update());
        jdbc.sql("insert into signing_key (kid, jwk, active_from) values (:kid, :jwk, :from)")
                .param("kid", key.getKeyID())
                .param("jwk", vault.seal(key.toJSONString()))
                .param("from", start.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("no key could be made", e);
        }
    }

    private static RSAKey parse(String jwk) {
        try {
            return RSAKey.parse(jwk);
        } catch (ParseException e) {
            throw new IllegalStateException("a stored key is unreadable", e);
        }
    }
}
