package dev.lectern.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A small identity provider: the code flow with PKCE, refresh without rotation, signed tokens. It
/// signs in whoever it was told to, without asking for a password.
final class StubAuth extends StubServer {

    static final String SECRET = "not-a-real-secret";

    private record Grant(String user, String nonce, String challenge, String sid) {}

    private final RSAKey key = newKey("key-1");
    private final List<JWK> shown = new CopyOnWriteArrayList<>(List.of(key.toPublicJWK()));
    private final Map<String, Grant> codes = new ConcurrentHashMap<>();
    private final Map<String, Grant> refreshTokens = new ConcurrentHashMap<>();
    private final AtomicInteger refreshes = new AtomicInteger();
    private volatile String issuer = "";
    private volatile String user = "0199a3c0-0000-7000-8000-000000000001";
    private volatile List<String> roles = List.of("learner");
    private volatile String newestSid = "";
    private volatile Duration lifetime = Duration.ofMinutes(10);
    private volatile Duration slowness = Duration.ZERO;

    StubAuth() {
        super("auth");
        answers("/oauth2/jwks", this::keys);
        answers("/oauth2/authorize", this::authorize);
        answers("/oauth2/token", this::token);
    }

    String issuer() {
        return issuer;
    }

    void issuesFor(String origin) {
        this.issuer = origin;
    }

    String signsIn(String newUser, String... newRoles) {
        this.user = newUser;
        this.roles = List.of(newRoles);
        return newUser;
    }

    void grantsRoles(String... newRoles) {
        this.roles = List.of(newRoles);
    }

    void issuesTokensFor(Duration newLifetime) {
        this.lifetime = newLifetime;
    }

    void takesItsTime(Duration newSlowness) {
        this.slowness = newSlowness;
    }

    void revokesEverything() {
        refreshTokens.clear();
    }

    int refreshes() {
        return refreshes.get();
    }

    /// The sign-in id of the newest session.
    String newestSid() {
        return newestSid;
    }

    String accessToken(String subject, String... itsRoles) {
        return signed(key, claims -> claims.subject(subject).claim("roles", List.of(itsRoles)));
    }

    /// A token that is valid unless the changes make it otherwise.
    String signed(RSAKey signingKey, Consumer<JWTClaimsSet.Builder> changes) {
        return signed(
                signingKey,
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(signingKey.getKeyID())
                        .type(new JOSEObjectType("at+jwt"))
                        .build(),
                changes);
    }

    String signed(RSAKey signingKey, JWSHeader header, Consumer<JWTClaimsSet.Builder> changes) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims =
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .subject(user)
                        .audience("lectern-api")
                        .claim("roles", roles)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(Duration.ofMinutes(10))));
        changes.accept(claims);
        try {
            SignedJWT token = new SignedJWT(header, claims.build());
            token.sign(new RSASSASigner(signingKey));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    void alsoShows(RSAKey another) {
        shown.add(another.toPublicJWK());
    }

    RSAKey key() {
        return key;
    }

    static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).keyUse(KeyUse.SIGNATURE).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keys(HttpExchange exchange) throws IOException {
        respond(exchange, 200, "application/json", new JWKSet(shown).toString());
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        codes.put(
                code,
                new Grant(
                        user,
                        asked.getOrDefault("nonce", ""),
                        asked.getOrDefault("code_challenge", ""),
                        UUID.randomUUID().toString()));
        String target =
                asked.get("redirect_uri")
                        + "?code="
                        + code
                        + "&state="
                        + URLEncoder.encode(
                                asked.getOrDefault("state", ""), StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Set-Cookie", "AUTH_SESSION=at-auth; Path=/; HttpOnly");
        exchange.getResponseHeaders().set("Location", target);
        exchange.sendResponseHeaders(302, -1);
    }

    private void token(HttpExchange exchange) throws IOException {
        pause();
        String credentials = "bff:" + SECRET;
        String expected =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            respond(exchange, 401, "application/json", "{\"error\":\"invalid_client\"}");
            return;
        }
        Map<String, String> asked = parameters(last().body());
        if ("refresh_token".equals(asked.get("grant_type"))) {
            refreshes.incrementAndGet();
        }
        Grant grant =
                switch (asked.getOrDefault("grant_type", "")) {
                    case "authorization_code" -> redeemed(asked);
                    case "refresh_token" ->
                            refreshTokens.get(asked.getOrDefault("refresh_token", ""));
                    default -> null;
                };
        if (grant == null) {
            respond(exchange, 400, "application/json", "{\"error\":\"invalid_grant\"}");
            return;
        }
        String refreshToken = asked.getOrDefault("refresh_token", UUID.randomUUID().toString());
        refreshTokens.put(refreshToken, grant);
        respond(exchange, 200, "application/json", tokens(grant, refreshToken));
    }

    private Grant redeemed(Map<String, String> asked) {
        Grant grant = codes.remove(asked.getOrDefault("code", ""));
        boolean proven =
                grant != null
                        && grant.challenge().equals(s256(asked.getOrDefault("code_verifier", "")));
        if (!proven) {
            return null;
        }
        newestSid = grant.sid();
        return grant;
    }

    private String tokens(Grant grant, String refreshToken) {
        Instant expiry = Instant.now().plus(lifetime);
        String accessToken =
                signed(
                        key,
                        claims ->
                                claims.subject(grant.user())
                                        .claim("sid", grant.sid())
                                        .jwtID(UUID.randomUUID().toString())
                                        .expirationTime(Date.from(expiry)));
        String idToken =
                signed(
                        key,
                        claims ->
                                claims.subject(grant.user())
                                        .audience("bff")
                                        .claim("nonce", grant.nonce())
                                        .claim("sid", "of-the-id-token-" + grant.sid()));
        return """
        {"access_token":"%s","token_type":"Bearer","expires_in":%d,"scope":"openid",
         "refresh_token":"%s","id_token":"%s"}
        """
                .formatted(accessToken, lifetime.toSeconds(), refreshToken, idToken);
    }

    private void pause() {
        try {
            Thread.sleep(slowness);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String s256(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> parameters(String encoded) {
        return Arrays.stream(encoded.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(
                                pair -> pair[0],
                                pair ->
                                        URLDecoder.decode(
                                                pair.length > 1 ? pair[1] : "",
                                                StandardCharsets.UTF_8),
                                (first, _) -> first));
    }
}
