package dev.lectern.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.lectern.auth.application.RotatingKeys;
import dev.lectern.client.Answer;
import dev.lectern.testing.identity.ForgedStepUps;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class ApiKeysTest extends RunningAuth {

    private static final String PATH = "/api/v1/auth/api-keys";

    @Autowired RotatingKeys keys;

    /// Somebody who has just stepped up.
    private record Owner(String email, String token, String proof) {}

    private record Key(UUID id, String clientId, String secret) {}

    @Test
    void letAProgramActForItsOwnerWithTheRolesItWasMadeFor() {
        var ada = owner();
        grant(ada, "INSTRUCTOR");

        var token = claims(token(made(ada, "learner")));

        assertThat(token.get("sub").asString()).isEqualTo(idOf(ada.email()).toString());
        assertThat(token.get("aud").asString()).isEqualTo("lectern-api");
        assertThat(texts(token.get("roles"))).containsExactly("learner");
        assertThat(texts(token.get("amr"))).containsExactly("key");
        assertThat(token.has("sid")).isFalse();
        assertThat(token.get("exp").asLong() - token.get("iat").asLong()).isEqualTo(600);
    }

    @Test
    void canBeAskedForLessThanTheyAreMadeForAndNotForMore() {
        var ada = owner();
        grant(ada, "INSTRUCTOR");
        var key = made(ada, "learner\", \"instructor");

        assertThat(texts(claims(token(key, "instructor")).get("roles")))
                .containsExactly("instructor");
        for (var scope : List.of("admin", "aud:user", "openid", "root")) {
            var answer = clientToken(key.clientId(), key.secret(), scope);
            assertThat(answer.statusCode()).as(scope).isEqualTo(400);
            assertThat(answer.body()).contains("invalid_scope");
        }
    }

    @Test
    void loseTheRoleTheirOwnerLost() {
        var ada = owner();
        grant(ada, "INSTRUCTOR");
        var both = made(ada, "learner\", \"instructor");
        var one = made(ada, "instructor");

        jdbc.sql("delete from account_role where account_id = :id and role = 'INSTRUCTOR'")
                .param("id", idOf(ada.email()))
                .update();

        assertThat(texts(claims(token(both)).get("roles"))).containsExactly("learner");
        assertThat(asked(one).body()).contains("invalid_scope");
    }

    @ParameterizedTest
    @ValueSource(strings = {"instructor", "moderator", "support", "admin"})
    void carryNoRoleTheirOwnerHasNot(String role) {
        var answer = make(owner(), body("Export", role, inDays(30)));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(codeOf(answer)).isEqualTo("SCOPE_TOO_WIDE");
    }

    @Test
    void endWhenTheyWereToEnd() {
        var ada = owner();
        assertThat(codeOf(make(ada, body("Export", "learner", inDays(367)))))
                .isEqualTo("KEY_LIFE_INVALID");
        assertThat(codeOf(make(ada, body("Export", "learner", inDays(-1)))))
                .isEqualTo("KEY_LIFE_INVALID");
        var key = made(ada, "learner");

        jdbc.sql("update api_key set expires_at = now() - interval '1 second' where id = :id")
                .param("id", key.id())
                .update();

        assertThat(asked(key).statusCode()).isEqualTo(401);
    }

    @Test
    void areTakenBackByTheirOwnerAlone() {
        var ada = owner();
        var key = made(ada, "learner");
        token(key);

        var stranger = client().delete(PATH + "/" + key.id(), bearer(owner().token()));
        assertThat(stranger.statusCode()).isEqualTo(404);
        assertThat(asked(key).statusCode()).isEqualTo(200);

        assertThat(client().delete(PATH + "/" + key.id(), bearer(ada.token())).statusCode())
                .isEqualTo(204);
        assertThat(asked(key).statusCode()).isEqualTo(401);
        assertThat(client().delete(PATH + "/" + key.id(), bearer(ada.token())).statusCode())
                .isEqualTo(404);
    }

    @Test
    void areShownToTheirOwnerAloneAndWithoutTheSecret() {
        var ada = owner();
        var first = made(ada, "learner");
        var second = made(ada, "learner");

        var list = client().get(PATH + "?limit=1", bearer(ada.token())).body();
        assertThat(JsonPath.<List<String>>read(list, "$.items[*].id"))
                .containsExactly(second.id().toString());
        var next = JsonPath.<String>read(list, "$.next");
        assertThat(
                        JsonPath.<List<String>>read(
                                client().get(PATH + "?limit=1&cursor=" + next, bearer(ada.token()))
                                        .body(),
                                "$.items[*].id"))
                .containsExactly(first.id().toString());
        var one = client().get(PATH + "/" + first.id(), bearer(ada.token()));
        assertThat(JsonPath.<String>read(one.body(), "$.clientId")).isEqualTo(first.clientId());
        assertThat(JsonPath.<List<String>>read(one.body(), "$.scopes")).containsExactly("learner");
        assertThat(one.body() + list).doesNotContain(first.secret());
        assertThat(client().get(PATH + "/" + first.id(), bearer(owner().token())).statusCode())
                .isEqualTo(404);
        assertThat(client().get(PATH).statusCode()).isEqualTo(401);
    }

    @Test
    void areKeptWithoutTheirSecretWhichARepetitionTellsAgain() {
        var ada = owner();
        var intent = UUID.randomUUID().toString();
        var body = body("Export", "learner", inDays(30));

        var first = make(ada, body, intent);
        var again = make(ada, body, intent);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        var secret = JsonPath.<String>read(first.body(), "$.clientSecret");
        assertThat(
                        jdbc.sql(
                                        """
                                        select secret_digest from api_key
                                        union all select fingerprint from idempotency_key
                                        union all select coalesce(client_secret, '')
                                            from oauth2_registered_client
                                        """)
                                .query(String.class)
                                .list())
                .noneMatch(text -> text.contains(secret));
    }

    @Test
    void areMadeByWhoStepsUp() {
        var ada = owner();

        ForgedStepUps.areRefused(
                keys.all().getFirst().key(),
                idOf(ada.email()),
                new dev.lectern.client.Client(port)
                        .as(ada.token())
                        .withKey(UUID.randomUUID().toString()),
                client -> client.post(PATH, body("Export", "learner", inDays(30))));

        assertThat(
                        jdbc.sql("select count(*) from api_key where account_id = :id")
                                .param("id", idOf(ada.email()))
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void openNothingThatProtectsTheAccount() {
        var ada = owner();
        var program =
                new dev.lectern.client.Client(port)
                        .as(token(made(ada, "learner")))
                        .with("Step-Up", ada.proof())
                        .withKey(UUID.randomUUID().toString());

        for (var answer :
                new Answer[] {
                    program.post(PATH, body("Another", "learner", inDays(30))),
                    program.get(PATH),
                    program.post("/api/v1/auth/mfa/totp", ""),
                    program.post("/api/v1/auth/mfa/totp/confirm", "{\"code\": \"123456\"}"),
                    program.delete("/api/v1/auth/mfa/totp"),
                    program.post("/api/v1/auth/step-up", "{\"password\": \"" + PASSWORD + "\"}"),
                    program.get("/api/v1/auth/sessions"),
                    program.delete("/api/v1/auth/sessions")
                }) {
            assertThat(answer.status()).as(answer.body()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("FORBIDDEN");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}",
                "{'name': ' ', 'scopes': ['learner'], 'expiresAt': '2027-01-01T00:00:00Z'}",
                "{'name': 'a\\u0000b', 'scopes': ['learner'], 'expiresAt': '2027-01-01T00:00:00Z'}",
                "{'name': 'a', 'scopes': [], 'expiresAt': '2027-01-01T00:00:00Z'}",
                "{'name': 'a', 'scopes': ['root'], 'expiresAt': '2027-01-01T00:00:00Z'}",
                "{'name': 'a', 'scopes': ['LEARNER'], 'expiresAt': '2027-01-01T00:00:00Z'}",
                "{'name': 'a', 'scopes': [null], 'expiresAt': '2027-01-01T00:00:00Z'}",
                "{'name': 'a', 'scopes': 'learner', 'expiresAt': '2027-01-01T00:00:00Z'}",
                "{'name': 'a', 'scopes': ['learner'], 'expiresAt': 'tomorrow'}",
                "{'name': 'a', 'scopes': ['learner'], 'expiresAt': null}",
                "{'name': 'a', 'scopes': ['learner'], 'expiresAt': '2027-01-01T00:00:00Z', 'x': 1}"
            })
    void takeNoNonsense(String body) {
        assertThat(make(owner(), body.replace('\'', '"')).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"key-", "key-1", "key-0199A3C0-1F00-7A10-8B00-000000000001", "key-\0"})
    void areNotToBeGuessedByOddNames(String clientId) {
        assertThat(clientToken(clientId, "secret", "").statusCode()).isIn(400, 401);
    }

    private Owner owner() {
        var email = somebody();
        var token = signIn().token(email, PASSWORD);
        var proof =
                client().json(
                                "POST",
                                "/api/v1/auth/step-up",
                                "{\"password\": \"" + PASSWORD + "\"}",
                                bearer(token));
        return new Owner(email, token, JsonPath.read(proof.body(), "$.stepUpToken"));
    }

    private void grant(Owner owner, String role) {
        jdbc.sql("insert into account_role (account_id, role) values (:id, :role)")
                .param("id", idOf(owner.email()))
                .param("role", role)
                .update();
    }

    private Key made(Owner owner, String scope) {
        var answer = make(owner, body("Export", scope, inDays(30)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new Key(
                UUID.fromString(JsonPath.read(answer.body(), "$.id")),
                JsonPath.read(answer.body(), "$.clientId"),
                JsonPath.read(answer.body(), "$.clientSecret"));
    }

    private HttpResponse<String> make(Owner owner, String body) {
        return make(owner, body, UUID.randomUUID().toString());
    }

    private HttpResponse<String> make(Owner owner, String body, String intent) {
        return client().json(
                        "POST",
                        PATH,
                        body,
                        "Authorization",
                        "Bearer " + owner.token(),
                        "Step-Up",
                        owner.proof(),
                        "Idempotency-Key",
                        intent);
    }

    private HttpResponse<String> asked(Key key) {
        return client().form(
                        "/oauth2/token",
                        Map.of("grant_type", "client_credentials"),
                        "Authorization",
                        basic(key.clientId(), key.secret()));
    }

    private String token(Key key) {
        return tokenIn(asked(key));
    }

    private String token(Key key, String scope) {
        return tokenIn(clientToken(key.clientId(), key.secret(), scope));
    }

    private static String tokenIn(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonPath.read(answer.body(), "$.access_token");
    }

    private static String[] bearer(String token) {
        return new String[] {"Authorization", "Bearer " + token};
    }

    private static String body(String name, String scope, Instant expiresAt) {
        return "{\"name\": \"%s\", \"scopes\": [\"%s\"], \"expiresAt\": \"%s\"}"
                .formatted(name, scope, expiresAt);
    }

    private static Instant inDays(int days) {
        return Instant.now().plus(Duration.ofDays(days));
    }
}
