package dev.lectern.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceClientsTest extends RunningAuth {

    @Test
    void getATokenForACallTheyMayMake() {
        var answer = clientToken("course", COURSE_SECRET, "aud:enrollment");

        assertThat(answer.statusCode()).isEqualTo(200);
        var token = claims(JsonPath.read(answer.body(), "$.access_token"));
        assertThat(token.get("sub").asString()).isEqualTo("course");
        assertThat(token.get("aud").toString()).contains("enrollment").doesNotContain("content");
        assertThat(texts(token.get("roles"))).containsExactly("service");
        assertThat(token.get("exp").asLong() - token.get("iat").asLong()).isEqualTo(600);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aud:auth",
                "aud:certificate",
                "aud:lectern-api",
                "openid",
                "",
                "aud:enrollment aud:content"
            })
    void getNoTokenForAnyOther(String scope) {
        var answer = clientToken("course", COURSE_SECRET, scope);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid_scope");
    }

    @Test
    void getNoneWithAWrongSecret() {
        var answer = clientToken("course", "wrong", "aud:enrollment");

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void areNotAmongThoseWhoSignPeopleIn() {
        assertThat(clientToken("bff", BFF_SECRET, "openid").body()).contains("unauthorized_client");
    }

    @Test
    void haveTheirSecretsKeptAsDigests() {
        var kept =
                jdbc.sql(
                                "select client_secret from oauth2_registered_client where client_id = 'bff'")
                        .query(String.class)
                        .single();

        assertThat(kept).hasSize(64).doesNotContain(BFF_SECRET).doesNotContain("argon2");
    }

    @Test
    void cannotUseThePublicInterfaceAsAPerson() {
        var token =
                JsonPath.<String>read(
                        clientToken("lectern-operator", OPERATOR_SECRET, "aud:auth").body(),
                        "$.access_token");

        var answer = client().get("/api/v1/auth/sessions", "Authorization", "Bearer " + token);

        assertThat(answer.statusCode()).isEqualTo(401);
    }
}
