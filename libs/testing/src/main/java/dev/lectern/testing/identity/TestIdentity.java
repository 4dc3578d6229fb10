package dev.lectern.testing.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Stands where auth stands for a service under test: it signs tokens and publishes the key to
/// check them with, so that a service verifies exactly as it does in production.
public final class TestIdentity {

    /// The issuer of every good token.
    public static final String ISSUER = "http://localhost:3000";

    private static final String KEYS_PATH = "/oauth2/jwks";
    private static final RSAKey KEY = newKey("test-key");
    private static final String TOKEN_PATH = "/oauth2/token";
    private static final HttpServer SERVER = serve();

    private TestIdentity() {}

    /// Where the key set is served.
    public static String jwksUri() {
        return "http://127.0.0.1:" + SERVER.getAddress().getPort() + KEYS_PATH;
    }

    /// Where a service under test gets its own tokens for calling others.
    public static String tokenUri() {
        return "http://127.0.0.1:" + SERVER.getAddress().getPort() + TOKEN_PATH;
    }

    /// The token of a person with these roles.
    public static String tokenOf(UUID subject, String... roles) {
        return sign(KEY, person(subject, roles).build());
    }

    /// The same, good for this long.
    public static String tokenOf(UUID subject, Duration goodFor, String... roles) {
        return sign(
                KEY,
                person(subject, roles)
                        .expirationTime(Date.from(Instant.now().plus(goodFor)))
                        .build());
    }

    /// What this person shows who has just proven again who they are.
    public static String stepUpOf(UUID subject) {
        return ForgedStepUps.good(KEY, subject);
    }

    /// What looks like such a proof and is none, by what is wrong with it. Each must be refused.
    public static Map<String, String> forgedStepUps(UUID subject) {
        return ForgedStepUps.by(KEY, subject);
    }

    /// The token another service sends to this one.
    public static String serviceTokenFor(String audience) {
        return sign(
                KEY,
                claims("some-service")
                        .audience(audience)
                        .claim("roles", List.of("service"))
                        .build());
    }

    /// Tokens that look right and are not, by what is wrong with them. Each must be refused.
    public static Map<String, String> forgedTokens(UUID subject) {
        return ForgedTokens.by(KEY, subject);
    }

    static JWTClaimsSet.Builder person(UUID subject, String... roles) {
        return claims(subject.toString()).audience("lectern-api").claim("roles", List.of(roles));
    }

    static JWTClaimsSet.Builder claims(String subject) {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .subject(subject)
                .issuer(ISSUER)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(10))))
                .claim("sid", UUID.randomUUID().toString());
    }

    private static String sign(RSAKey key, JWTClaimsSet claims) {
        return sign(key, JOSEObjectType.JWT, claims);
    }

    static String sign(RSAKey key, JOSEObjectType type, JWTClaimsSet claims) {
        try {
            var token =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.RS256)
                                    .keyID(key.getKeyID())
                                    .type(type)
                                    .build(),
                            claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign a test token", e);
        }
    }

    static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot make a test key", e);
        }
    }

    private static HttpServer serve() {
        try {
            var server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var keys = new JWKSet(KEY.toPublicJWK()).toString();
            server.createContext(KEYS_PATH, exchange -> answer(exchange, keys));
            server.createContext(TOKEN_PATH, exchange -> answer(exchange, clientToken(exchange)));
            server.setExecutor(
                    task -> Thread.ofPlatform().daemon().name("test-identity").start(task));
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot serve test keys and tokens", e);
        }
    }

    private static String clientToken(HttpExchange exchange) throws IOException {
        var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var callee = form.replaceAll(".*scope=aud%3A([a-z]+).*", "$1");
        return """
        {"access_token": "%s", "token_type": "Bearer", "expires_in": 600}
        """
                .formatted(serviceTokenFor(callee));
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
