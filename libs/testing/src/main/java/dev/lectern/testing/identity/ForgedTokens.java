package dev.lectern.testing.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.lectern.client.Client;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/// Tokens that look right and are not, to a service that trusts one key. Each must be refused.
public final class ForgedTokens {

    private static final String EVIL = "http://evil.example";

    private final RSAKey trusted;
    private final UUID subject;

    private ForgedTokens(RSAKey trusted, UUID subject) {
        this.trusted = trusted;
        this.subject = subject;
    }

    /// Says that a service which trusts [TestIdentity] refuses all of them at this path, even where
    /// it is open to those who bring no token.
    public static void areRefusedAt(Client client, String path) {
        areRefusedAt(client, path, TestIdentity.forgedTokens(UUID.randomUUID()));
    }

    /// The same for whoever trusts this key, of which both halves are needed.
    public static void areRefusedAt(Client client, String path, RSAKey trusted) {
        areRefusedAt(client, path, by(trusted, UUID.randomUUID()));
    }

    private static void areRefusedAt(Client client, String path, Map<String, String> forged) {
        forged.forEach((flaw, token) -> {
            var answer = client.as(token).get(path);

            assertThat(answer.status()).as(flaw).isEqualTo(401);
            assertThat(answer.code()).as(flaw).isEqualTo("UNAUTHENTICATED");
            assertThat(answer.header("WWW-Authenticate")).as(flaw).startsWith("Bearer");
        });
    }

    /// All of them, by what is wrong with each.
    static Map<String, String> by(RSAKey trusted, UUID subject) {
        return new ForgedTokens(trusted, subject).all();
    }

    private Map<String, String> all() {
        var kid = trusted.getKeyID();
        var now = Instant.now();
        var valid = signed(_ -> {});
        var own = TestIdentity.newKey(kid);
        var forged = new LinkedHashMap<String, String>();
        forged.put("not a token", "not.a.token");
        forged.put("no algorithm", new PlainJWT(admin(_ -> {})).serialize());
        forged.put("no signature", valid.substring(0, valid.lastIndexOf('.') + 1));
        forged.put(
                "claims that were not signed", withClaimsOf(signed(c -> c.subject(EVIL)), valid));
        forged.put("the public key as a secret", signedWithThePublicKey());
        forged.put("another key of the same name", sign(own, header(kid, _ -> {}), _ -> {}));
        forged.put("a key nobody published", sign(own, header("other-key", _ -> {}), _ -> {}));
        forged.put("our key by another name", sign(trusted, header("other-key", _ -> {}), _ -> {}));
        forged.put("a path for a key id", sign(own, header("../../dev/null", _ -> {}), _ -> {}));
        forged.put("an address for a key id", sign(own, header(EVIL + "/jwks", _ -> {}), _ -> {}));
        forged.put("SQL for a key id", sign(own, header("x' union select 1--", _ -> {}), _ -> {}));
        forged.put(
                "its key enclosed", sign(own, header(kid, h -> h.jwk(own.toPublicJWK())), _ -> {}));
        forged.put(
                "an address of its key",
                sign(
                        own,
                        header(kid, h -> h.jwkURL(URI.create(EVIL)).x509CertURL(URI.create(EVIL))),
                        _ -> {}));
        forged.put("another issuer", signed(c -> c.issuer(EVIL)));
        forged.put("no issuer", signed(c -> c.issuer(null)));
        forged.put("another audience", signed(c -> c.audience("other-api")));
        forged.put("no audience", signed(c -> c.audience((String) null)));
        forged.put("made for the gateway to read", signed(c -> c.audience("bff")));
        forged.put("a proof of stepping up", ForgedStepUps.good(trusted, subject));
        forged.put(
                "expired",
                // Good in its time: one that ended before it was made is refused for that alone.
                signed(c ->
                        c.issueTime(Date.from(now.minusSeconds(660)))
                                .expirationTime(Date.from(now.minusSeconds(60)))));
        forged.put("not valid yet", signed(c -> c.notBeforeTime(Date.from(now.plusSeconds(300)))));
        return forged;
    }

    private String signed(Consumer<JWTClaimsSet.Builder> change) {
        return sign(trusted, header(trusted.getKeyID(), _ -> {}), change);
    }

    private String sign(RSAKey key, JWSHeader header, Consumer<JWTClaimsSet.Builder> change) {
        try {
            return serialized(new RSASSASigner(key), header, admin(change));
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot forge a token", e);
        }
    }

    private String signedWithThePublicKey() {
        try {
            return serialized(
                    new MACSigner(trusted.toRSAPublicKey().getEncoded()),
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(trusted.getKeyID()).build(),
                    admin(_ -> {}));
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot forge a token", e);
        }
    }

    private static String serialized(JWSSigner signer, JWSHeader header, JWTClaimsSet claims)
            throws JOSEException {
        var token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    private static String withClaimsOf(String claims, String rest) {
        var parts = rest.split("\\.", -1);
        return parts[0] + "." + claims.split("\\.", -1)[1] + "." + parts[2];
    }

    private JWTClaimsSet admin(Consumer<JWTClaimsSet.Builder> change) {
        var claims = TestIdentity.person(subject, "admin", "learner");
        change.accept(claims);
        return claims.build();
    }

    private static JWSHeader header(String kid, Consumer<JWSHeader.Builder> change) {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid);
        change.accept(header);
        return header.build();
    }
}
