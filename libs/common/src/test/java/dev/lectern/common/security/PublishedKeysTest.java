package dev.lectern.common.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.proc.SimpleSecurityContext;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublishedKeysTest {

    private static final int TIMES = 40;

    private final List<JWK> published = new CopyOnWriteArrayList<>(List.of(key("first")));
    private final AtomicInteger fetches = new AtomicInteger();
    private HttpServer auth;
    private PublishedKeys keys;

    @BeforeEach
    void listening() throws IOException {
        auth = authAt(0);
        var port = auth.getAddress().getPort();
        keys = new PublishedKeys(URI.create("http://127.0.0.1:" + port + "/jwks").toURL());
    }

    @AfterEach
    void stop() {
        auth.stop(0);
    }

    @Test
    void areFetchedOnceForManyTokens() throws KeySourceException {
        for (var i = 0; i < TIMES; i++) {
            assertThat(find("first")).hasSize(1);
        }

        assertThat(fetches).hasValue(1);
    }

    @Test
    void areFetchedAgainForAKeyThatIsNew() throws KeySourceException {
        assertThat(find("first")).hasSize(1);
        published.add(key("second"));

        assertThat(find("second")).hasSize(1);
    }

    @Test
    void areNotFetchedForEveryInventedKey() throws KeySourceException {
        assertThat(find("first")).hasSize(1);

        for (var i = 0; i < TIMES; i++) {
            assertThat(find("invented-" + i)).isEmpty();
        }

        assertThat(fetches.get()).isLessThan(TIMES / 2);
    }

    @Test
    void areGoodWhileAuthIsAway() throws Exception {
        assertThat(find("first")).hasSize(1);
        var port = auth.getAddress().getPort();
        auth.stop(0);

        assertThat(find("first")).hasSize(1);
        assertThat(find("second")).isEmpty();
        published.add(key("second"));
        auth = authAt(port);

        await().until(() -> !find("second").isEmpty());
    }

    @Test
    void areNobodysFaultAsLongAsAuthHasNeverAnswered() throws Exception {
        var port = auth.getAddress().getPort();
        auth.stop(0);

        for (var i = 0; i < TIMES; i++) {
            assertThatThrownBy(() -> find("first")).isInstanceOf(KeySourceException.class);
        }
        auth = authAt(port);

        await().ignoreExceptionsInstanceOf(KeySourceException.class)
                .until(() -> !find("first").isEmpty());
    }

    private List<JWK> find(String kid) throws KeySourceException {
        return keys.get(
                new JWKSelector(new JWKMatcher.Builder().keyID(kid).build()),
                new SimpleSecurityContext());
    }

    private HttpServer authAt(int port) throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext(
                "/jwks",
                exchange -> {
                    fetches.incrementAndGet();
                    var body = new JWKSet(published).toString().getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        return server;
    }

    private static JWK key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate().toPublicJWK();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
