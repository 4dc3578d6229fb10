package dev.lectern.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.lectern.testing.AtOnce;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SignInFlowTest extends RunningAuth {

    @Test
    void givesAnApiClientATokenInFiveRequests() {
        var email = somebody();

        var token = claims(signIn().token(email, PASSWORD));

        assertThat(token.get("sub").asString()).isEqualTo(idOf(email).toString());
        assertThat(texts(token.get("roles"))).containsExactly("learner");
        assertThat(token.get("aud").toString()).contains("lectern-api");
        assertThat(texts(token.get("amr"))).containsExactly("password");
        assertThat(token.get("iss").asString()).isEqualTo(ORIGIN);
        assertThat(token.get("exp").asLong() - token.get("iat").asLong()).isEqualTo(600);
        assertThat(token.toString()).doesNotContain(email);
    }

    @Test
    void asksForNoPasswordWhileTheLoginCookieLives() {
        var client = signIn();
        var first = claims(client.token(somebody(), PASSWORD));

        var second = claims(client.nextToken());

        assertThat(second.get("sid")).isEqualTo(first.get("sid"));
        assertThat(second.get("jti")).isNotEqualTo(first.get("jti"));
    }

    @Test
    void readsTheRolesAnewForEachToken() {
        var email = somebody();
        var client = signIn();
        client.token(email, PASSWORD);
        jdbc.sql("insert into account_role (account_id, role) values (:id, 'INSTRUCTOR')")
                .param("id", idOf(email))
                .update();

        assertThat(texts(claims(client.nextToken()).get("roles")))
                .containsExactly("instructor", "learner");
    }

    @Test
    void refusesAPostWithoutTheTokenOfTheForm() {
        var answer =
                client().form(
                                "/login",
                                Map.of("username", somebody(), "password", PASSWORD),
                                "Accept",
                                "application/json");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(codeOf(answer)).isEqualTo("CSRF_INVALID");
    }

    @Test
    void saysTheSameForAWrongPasswordAndAnUnknownAddress() {
        var email = somebody();

        var wrong = signIn().begin().answerTo(email, "wrong password");
        var unknown = signIn().begin().answerTo(someEmail(), "wrong password");
        var malformed = signIn().begin().answerTo("not an address", "wrong password");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(withoutTrace(unknown.body()))
                .isEqualTo(withoutTrace(wrong.body()))
                .isEqualTo(withoutTrace(malformed.body()));
        assertThat(unknown.headers().map().keySet()).isEqualTo(wrong.headers().map().keySet());
    }

    @Test
    void takesAsLongForAnUnknownAddressAsForAKnownOne() {
        var known = somebody();
        millis(known);

        var forKnown = millis(known);
        var forUnknown = millis(someEmail());

        // A check of the password takes far longer than everything else: skipping it would show.
        assertThat(forUnknown).isGreaterThan(forKnown / 3);
    }

    @Test
    void endsAnExpiredCodeAndAUsedOne() {
        var browser = new Browser();
        var code = browser.signInAndGetCode(somebody());
        assertThat(browser.exchange(code).statusCode()).isEqualTo(200);

        var again = browser.exchange(code);

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("invalid_grant");
    }

    @Nested
    class ForTheBrowser {

        @Test
        void refreshesForEightHoursWithoutRotating() {
            var browser = new Browser();
            var email = somebody();
            var tokens = browser.signIn(email);

            var refreshed = browser.refresh(tokens);

            assertThat(refreshed.statusCode()).isEqualTo(200);
            assertThat(JsonPath.<String>read(refreshed.body(), "$.refresh_token"))
                    .isEqualTo(JsonPath.read(tokens, "$.refresh_token"));
            var before = claims(JsonPath.read(tokens, "$.access_token"));
            var after = claims(JsonPath.read(refreshed.body(), "$.access_token"));
            assertThat(after.get("sid")).isEqualTo(before.get("sid"));
            assertThat(texts(after.get("amr"))).containsExactly("password");
            assertThat(after.get("aud").toString()).contains("lectern-api");
        }

        @Test
        void signsOutThroughTheProviderAndEndsTheSession() {
            var browser = new Browser();
            var email = somebody();
            var tokens = browser.signIn(email);
            var refreshed = browser.refresh(tokens).body();

            var out = browser.signOut(refreshed);

            assertThat(out.statusCode()).isEqualTo(302);
            assertThat(out.headers().firstValue("Location")).contains(ORIGIN + "/");
            assertThat(browser.refresh(tokens).body()).contains("invalid_grant");
            assertThat(browser.client.get(Browser.AUTHORIZE).headers().firstValue("Location"))
                    .contains("/login");
            assertThat(eventsOf(idOf(email))).last().isEqualTo("auth.session-revoked.v1");
        }

        @Test
        void keepsItsSessionThroughTenRefreshesAtOnceAndSignsOutByAnyOfThem() throws Exception {
            for (var kept = 0; kept < 2; kept++) {
                var browser = new Browser();
                var tokens = browser.signIn(somebody());

                var answers = AtOnce.run(10, () -> browser.refresh(tokens));

                assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
                assertThat(browser.refresh(tokens).statusCode()).isEqualTo(200);
                assertThat(browser.signOut(answers.get(kept * 9).body()).statusCode())
                        .isEqualTo(302);
                assertThat(browser.refresh(tokens).body()).contains("invalid_grant");
            }
        }

        @Test
        void signsOutByAnIdTokenOfItsOwnAlone() {
            var browser = new Browser();
            var tokens = browser.signIn(somebody());
            browser.refresh(tokens);
            var others = new Browser();
            var foreign = others.signIn(somebody());
            others.refresh(foreign);
            var forged = tokens.replaceFirst("(\"id_token\":\"[^.]*\\.[^.]*\\.)....", "$1AAAA");

            assertThat(browser.signOut(foreign).statusCode()).isEqualTo(400);
            assertThat(browser.signOut(forged).statusCode()).isEqualTo(400);
            assertThat(browser.refresh(tokens).statusCode()).isEqualTo(200);
            assertThat(others.refresh(foreign).statusCode()).isEqualTo(200);
        }

        @Test
        void signsOutOnThePageOfItsOwn() {
            var browser = new Browser();
            var email = somebody();
            var tokens = browser.signIn(email);
            var page = browser.client.get("/logout");
            assertThat(browser.refresh(tokens).statusCode()).isEqualTo(200);

            var out = browser.client.form("/logout", Map.of("_csrf", Browser.csrfIn(page.body())));

            assertThat(out.headers().firstValue("Location")).contains("/login?signed-out");
            assertThat(browser.refresh(tokens).body()).contains("invalid_grant");
        }

        @Test
        void replacesTheSignInOfWhoeverUsedItBefore() {
            var browser = new Browser();
            var leo = somebody();
            var leosTokens = browser.signIn(leo);

            browser.passLogin(somebody());

            assertThat(browser.refresh(leosTokens).body()).contains("invalid_grant");
            assertThat(eventsOf(idOf(leo))).last().isEqualTo("auth.session-revoked.v1");
        }

        @Test
        void getsACookieNoScriptCanRead() {
            var page = client().get(Browser.AUTHORIZE, "Accept", "text/html");

            assertThat(page.headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith("AUTH_SESSION=")
                    .contains("HttpOnly", "SameSite=Lax", "Path=/");
        }

        @Test
        void keepsItsSessionIdFromBeforeSigningInOutOfUse() {
            var browser = new Browser();
            browser.client.get(Browser.AUTHORIZE);
            var before = browser.client.cookie("AUTH_SESSION");

            browser.passLogin(somebody());

            assertThat(browser.client.cookie("AUTH_SESSION")).isNotEqualTo(before);
        }
    }

    private long millis(String email) {
        var attempt = signIn().begin();
        var start = System.nanoTime();
        attempt.answerTo(email, "wrong password");
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static String withoutTrace(String problem) {
        return problem.replaceAll("\"traceId\":\"[0-9a-f]*\"", "");
    }

    /// A browser with the gateway behind it: pages, and the client `bff`.
    private final class Browser {

        static final String AUTHORIZE =
                "/oauth2/authorize?response_type=code&client_id=bff&scope=openid&state=s&nonce=n"
                        + "&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fbff%2Fcallback"
                        + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
                        + "&code_challenge_method=S256";
        private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

        final Client client = client();

        String signIn(String email) {
            var tokens = exchange(signInAndGetCode(email));
            assertThat(tokens.statusCode()).as(tokens.body()).isEqualTo(200);
            return tokens.body();
        }

        String signInAndGetCode(String email) {
            assertThat(
                            client.get(AUTHORIZE, "Accept", "text/html")
                                    .headers()
                                    .firstValue("Location"))
                    .contains("/login");
            var next = passLogin(email);
            var callback = client.get(next).headers().firstValue("Location").orElseThrow();
            assertThat(callback).startsWith(ORIGIN + "/bff/callback?code=");
            return callback.replaceAll(".*[?&]code=([^&]*).*", "$1");
        }

        String passLogin(String email) {
            var page = client.get("/login", "Accept", "text/html");
            var answer =
                    client.form(
                            "/login",
                            Map.of(
                                    "username",
                                    email,
                                    "password",
                                    PASSWORD,
                                    "_csrf",
                                    csrfIn(page.body())),
                            "Accept",
                            "text/html");
            assertThat(answer.statusCode()).isEqualTo(302);
            return answer.headers().firstValue("Location").orElseThrow();
        }

        HttpResponse<String> exchange(String code) {
            return client.form(
                    "/oauth2/token",
                    Map.of(
                            "grant_type",
                            "authorization_code",
                            "code",
                            code,
                            "redirect_uri",
                            ORIGIN + "/bff/callback",
                            "code_verifier",
                            VERIFIER),
                    "Authorization",
                    basic("bff", BFF_SECRET));
        }

        HttpResponse<String> refresh(String tokens) {
            return client.form(
                    "/oauth2/token",
                    Map.of(
                            "grant_type",
                            "refresh_token",
                            "refresh_token",
                            JsonPath.read(tokens, "$.refresh_token")),
                    "Authorization",
                    basic("bff", BFF_SECRET));
        }

        HttpResponse<String> signOut(String tokens) {
            return client.get(
                    "/connect/logout?id_token_hint="
                            + JsonPath.read(tokens, "$.id_token")
                            + "&post_logout_redirect_uri=http%3A%2F%2Flocalhost%3A3000%2F");
        }

        static String csrfIn(String page) {
            return page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]*)\".*", "$1");
        }
    }

    @Test
    void showsThePublicHalfOfItsKeysAlone() {
        var shown = client().get("/oauth2/jwks").body();

        assertThat(shown).contains("\"kty\":\"RSA\"", "\"alg\":\"RS256\"");
        assertThat(shown).doesNotContain("\"d\":", "\"p\":", "\"q\":", "\"dp\":", "\"qi\":");
    }

    @Test
    void describesItselfForDiscovery() {
        var metadata =
                JsonMapper.shared()
                        .readTree(client().get("/.well-known/openid-configuration").body());

        assertThat(metadata.get("issuer").asString()).isEqualTo(ORIGIN);
        assertThat(metadata.get("token_endpoint").asString()).isEqualTo(ORIGIN + "/oauth2/token");
        assertThat(List.of(metadata.get("end_session_endpoint").asString()))
                .containsExactly(ORIGIN + "/connect/logout");
    }
}
