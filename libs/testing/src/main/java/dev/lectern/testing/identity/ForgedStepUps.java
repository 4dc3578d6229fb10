package dev.lectern.testing.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/// Proofs of having stepped up that look right and are not. Each must be refused by every operation
/// that asks for one.
public final class ForgedStepUps {

    private static final JOSEObjectType TYPE = new JOSEObjectType("step-up+jwt");
    private static final String AUDIENCE = "lectern-step-up";

    private ForgedStepUps() {}

    /// Says that an operation of a service which trusts [TestIdentity] refuses this person without
    /// a proof and with every forged one.
    ///
    /// @param client with the person's access token, and all else the operation needs
    public static void areRefused(UUID subject, Client client, Function<Client, Answer> operation) {
        areRefused(TestIdentity.forgedStepUps(subject), client, operation);
    }

    /// The same for whoever trusts this key, of which both halves are needed.
    public static void areRefused(
            RSAKey trusted, UUID subject, Client client, Function<Client, Answer> operation) {
        areRefused(by(trusted, subject), client, operation);
    }

    private static void areRefused(
            Map<String, String> forged, Client client, Function<Client, Answer> operation) {
        assertRefused("no proof", operation.apply(client));
        forged.forEach((flaw, proof) ->
                assertRefused(flaw, operation.apply(client.with("Step-Up", proof))));
    }

    private static void assertRefused(String flaw, Answer answer) {
        assertThat(answer.status()).as(flaw).isEqualTo(403);
        assertThat(answer.code()).as(flaw).isEqualTo("STEP_UP_REQUIRED");
    }

    static String good(RSAKey trusted, UUID subject) {
        return proof(trusted, subject, _ -> {});
    }

    /// All of them, by what is wrong with each.
    static Map<String, String> by(RSAKey trusted, UUID subject) {
        var now = Instant.now();
        var forged = new LinkedHashMap<String, String>();
        forged.put("not a token", "not.a.token");
        forged.put("no signature", new PlainJWT(claims(subject, _ -> {})).serialize());
        forged.put(
                "a key nobody published",
                proof(TestIdentity.newKey(trusted.getKeyID()), subject, _ -> {}));
        forged.put("of somebody else", proof(trusted, UUID.randomUUID(), _ -> {}));
        forged.put(
                "older than five minutes",
                // Good in its time: one that ended before it was made is refused for that alone.
                proof(
                        trusted,
                        subject,
                        c ->
                                c.issueTime(Date.from(now.minusSeconds(360)))
                                        .expirationTime(Date.from(now.minusSeconds(60)))));
        forged.put("good for ever", proof(trusted, subject, c -> c.expirationTime(null)));
        forged.put("another issuer", proof(trusted, subject, c -> c.issuer("http://evil.example")));
        forged.put("made for access", proof(trusted, subject, c -> c.audience("lectern-api")));
        forged.put("no audience", proof(trusted, subject, c -> c.audience((String) null)));
        forged.put(
                "of another type",
                TestIdentity.sign(trusted, JOSEObjectType.JWT, claims(subject, _ -> {})));
        forged.put(
                "an access token",
                TestIdentity.sign(
                        trusted,
                        JOSEObjectType.JWT,
                        TestIdentity.person(subject, "admin", "learner").build()));
        return forged;
    }

    private static String proof(RSAKey key, UUID subject, Consumer<JWTClaimsSet.Builder> change) {
        return TestIdentity.sign(key, TYPE, claims(subject, change));
    }

    private static JWTClaimsSet claims(UUID subject, Consumer<JWTClaimsSet.Builder> change) {
        var claims =
                TestIdentity.claims(subject.toString())
                        .audience(AUDIENCE)
                        .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))));
        change.accept(claims);
        return claims.build();
    }
}
