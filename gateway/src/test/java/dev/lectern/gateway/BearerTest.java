package dev.lectern.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.lectern.gateway.Client.Answer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BearerTest {

    private static final TestPlatform PLATFORM = TestPlatform.shared();
    private static final StubAuth AUTH = PLATFORM.auth();
    private static final RSAKey ATTACKERS = StubAuth.newKey("key-1");
    private static final String PATH = "/api/v1/users/me";

    private final Client client = PLATFORM.client();

    @Test
    void admitsAValidTokenAndHandsItOn() {
        String token = AUTH.accessToken("user-1", "learner");

        Answer answer = client.get(PATH, "Authorization", "Bearer " + token);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(PLATFORM.service("user").last().header("Authorization"))
                .containsExactly("Bearer " + token);
    }

    @Test
    void asksForATokenWhereThereIsNone() {
        Answer answer = client.get(PATH, "Accept", "text/html");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("UNAUTHENTICATED");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Session");
        assertThat(answer.headers("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void refusesForgedTokens(String token) {
        PLATFORM.service("user").forget();

        Answer answer = client.get(PATH, "Authorization", "Bearer " + token);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("UNAUTHENTICATED");
        assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
        assertThat(PLATFORM.service("user").received()).isEmpty();
    }

    static Stream<Named<String>> forgeries() throws Exception {
        String valid = AUTH.accessToken("user-1", "admin");
        Instant now = Instant.now();
        return Stream.of(
                Named.of("no algorithm", new PlainJWT(claims()).serialize()),
                Named.of("no signature", valid.substring(0, valid.lastIndexOf('.') + 1)),
                Named.of("not a token", "abc"),
                Named.of("another key under our id", AUTH.signed(ATTACKERS, BearerTest::asTheyAre)),
                Named.of("the public key as a secret", signedWithThePublicKey()),
                Named.of(
                        "unknown key id",
                        AUTH.signed(
                                AUTH.key(), header(h -> h.keyID("key-2")), BearerTest::asTheyAre)),
                Named.of(
                        "a path for a key id",
                        AUTH.signed(
                                ATTACKERS,
                                header(h -> h.keyID("../../../../dev/null")),
                                BearerTest::asTheyAre)),
                Named.of(
                        "SQL for a key id",
                        AUTH.signed(
                                ATTACKERS,
                                header(h -> h.keyID("x' union select 1 --")),
                                BearerTest::asTheyAre)),
                Named.of(
                        "the key enclosed",
                        AUTH.signed(
                                ATTACKERS,
                                header(h -> h.jwk(ATTACKERS.toPublicJWK())),
                                BearerTest::asTheyAre)),
                Named.of(
                        "an address for the key",
                        AUTH.signed(
                                ATTACKERS,
                                header(h ->
                                        h.jwkURL(URI.create("http://localhost:1/keys"))
                                                .x509CertURL(URI.create("http://localhost:1/x"))),
                                BearerTest::asTheyAre)),
                Named.of("another issuer", signed(c -> c.issuer("https://evil.example"))),
                Named.of("no issuer", signed(c -> c.issuer(null))),
                Named.of("another audience", signed(c -> c.audience("course"))),
                Named.of("no audience", signed(c -> c.audience((String) null))),
                Named.of("an id token", signed(c -> c.audience("bff"))),
                Named.of(
                        "expired",
                        signed(c -> c.expirationTime(Date.from(now.minus(Duration.ofMinutes(2)))))),
                Named.of(
                        "not valid yet",
                        signed(c -> c.notBeforeTime(Date.from(now.plus(Duration.ofMinutes(5)))))));
    }

    @Test
    void ignoresTheCookieOfARequestThatBringsAToken() {
        Client browser = PLATFORM.client();
        AUTH.signsIn("user-of-the-cookie", "admin");
        browser.signedIn();
        String token = AUTH.accessToken("user-of-the-token", "learner");

        Answer write = browser.post("/api/v1/courses", "{}", "Authorization", "Bearer " + token);
        Answer admin = browser.get("/api/v1/admin/courses", "Authorization", "Bearer " + token);
        Answer forged = browser.get(PATH, "Authorization", "bEARER nonsense");

        assertThat(write.status()).isEqualTo(200);
        assertThat(write.headers("Set-Cookie")).isEmpty();
        assertThat(PLATFORM.service("course").last().header("Authorization"))
                .containsExactly("Bearer " + token);
        assertThat(PLATFORM.service("course").last().header("Cookie")).isEmpty();
        assertThat(admin.status()).isEqualTo(403);
        assertThat(forged.status()).isEqualTo(401);
    }

    @Test
    void keepsAdminResourcesForStaff() {
        for (String role : List.of("moderator", "support", "admin")) {
            assertThat(adminAs(role).status()).as(role).isEqualTo(200);
        }
        for (String role : List.of("learner", "instructor", "service")) {
            Answer answer = adminAs(role);
            assertThat(answer.status()).as(role).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("FORBIDDEN");
        }
        assertThat(client.get("/api/v1/admin/courses").status()).isEqualTo(401);
    }

    @Test
    void letsAnybodyReadWhatIsOpen() {
        assertThat(client.get("/api/v1/catalog/search?q=waves").status()).isEqualTo(200);
        assertThat(client.get("/api/v1/verify/ABC").status()).isEqualTo(200);
        assertThat(client.get("/api/v1/lessons/1").status()).isEqualTo(200);
        assertThat(client.get("/api/v1/lessons/1/draft").status()).isEqualTo(401);
        assertThat(client.post("/api/v1/catalog/search", "{}").status()).isEqualTo(401);
        assertThat(client.post("/api/v1/auth/register", "{}").status()).isEqualTo(200);
    }

    private Answer adminAs(String role) {
        String token = AUTH.accessToken("user-1", role);
        return client.get("/api/v1/admin/courses", "Authorization", "Bearer " + token);
    }

    private static String signed(Consumer<JWTClaimsSet.Builder> changes) {
        return AUTH.signed(AUTH.key(), changes);
    }

    private static void asTheyAre(JWTClaimsSet.Builder claims) {
        assertThat(claims.getClaims()).isNotEmpty();
    }

    private static JWSHeader header(Consumer<JWSHeader.Builder> changes) {
        JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("key-1");
        changes.accept(header);
        return header.build();
    }

    private static JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder()
                .issuer(AUTH.issuer())
                .subject("user-1")
                .audience("lectern-api")
                .claim("roles", List.of("admin"))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .build();
    }

    private static String signedWithThePublicKey() throws Exception {
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("key-1").build(), claims());
        token.sign(new MACSigner(AUTH.key().toRSAPublicKey().getEncoded()));
        return token.serialize();
    }
}
