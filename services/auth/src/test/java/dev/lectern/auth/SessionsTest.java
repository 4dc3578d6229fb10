package dev.lectern.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.lectern.auth.application.RotatingKeys;
import dev.lectern.testing.identity.ForgedTokens;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SessionsTest extends RunningAuth {

    @Autowired RotatingKeys keys;

    @Test
    void areListedWithTheOneThatAsks() {
        var email = somebody();
        var other = claims(signIn().token(email, PASSWORD)).get("sid").asString();
        var token = signIn().token(email, PASSWORD);
        var current = claims(token).get("sid").asString();

        var list = sessionsOf(token).body();

        assertThat(JsonPath.<List<String>>read(list, "$.items[*].id"))
                .containsExactly(current, other);
        assertThat(JsonPath.<List<Boolean>>read(list, "$.items[*].current"))
                .containsExactly(true, false);
        assertThat(JsonPath.<List<String>>read(list, "$.items[*].device"))
                .containsOnly("A program");
        assertThat(JsonPath.<String>read(list, "$.items[0].lastSeenAt")).endsWith("Z");
    }

    @Test
    void endOneByOne() {
        var email = somebody();
        var otherClient = signIn();
        var other = claims(otherClient.token(email, PASSWORD)).get("sid").asString();
        var client = signIn();
        var token = client.token(email, PASSWORD);

        var answer = end(token, other);

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(otherClient.isSignedIn()).isFalse();
        assertThat(client.isSignedIn()).isTrue();
        assertThat(
                        jdbc.sql(
                                        """
                                        select payload from outbox
                                        where subject = :id order by sequence desc limit 1
                                        """)
                                .param("id", idOf(email))
                                .query(String.class)
                                .single())
                .contains("auth.session-revoked.v1", "\"sid\":\"" + other + "\"");
    }

    @Test
    void endAllAtOnce() {
        var email = somebody();
        var first = signIn();
        first.token(email, PASSWORD);
        var second = signIn();
        var token = second.token(email, PASSWORD);

        var answer = end(token, "");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(first.isSignedIn()).isFalse();
        assertThat(second.isSignedIn()).isFalse();
    }

    @Test
    void ofOthersAreNotToBeKnownOf() {
        var leosClient = signIn();
        var leos = claims(leosClient.token(somebody(), PASSWORD)).get("sid").asString();
        var mia = signIn().token(somebody(), PASSWORD);

        assertThat(end(mia, leos).statusCode()).isEqualTo(404);
        assertThat(end(mia, UUID.randomUUID().toString()).statusCode()).isEqualTo(404);
        assertThat(end(mia, "no-id").statusCode()).isEqualTo(404);
        assertThat(leosClient.isSignedIn()).isTrue();
    }

    @Test
    void areShownToNobodyWithoutAToken() {
        var answer = client().get("/api/v1/auth/sessions");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(codeOf(answer)).isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void areShownToNobodyWithAForgedToken() {
        var signing = keys.all().getFirst().key();

        ForgedTokens.areRefusedAt(
                new dev.lectern.client.Client(port), "/api/v1/auth/sessions", signing);
    }

    private HttpResponse<String> sessionsOf(String token) {
        return client().get("/api/v1/auth/sessions", "Authorization", "Bearer " + token);
    }

    private HttpResponse<String> end(String token, String id) {
        var path = "/api/v1/auth/sessions" + (id.isEmpty() ? "" : "/" + id);
        return client().delete(path, "Authorization", "Bearer " + token);
    }
}
