package dev.lectern.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.gateway.Client.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SignInTest {

    private static final TestPlatform PLATFORM = TestPlatform.shared();
    private static final StubAuth AUTH = PLATFORM.auth();

    private final Client browser = PLATFORM.client();

    @BeforeEach
    void learner() {
        AUTH.signsIn("learner-1", "learner");
    }

    @Nested
    class SigningIn {

        @Test
        void sendsTheBrowserToAuthWithAChallenge() {
            Answer answer = browser.get("/bff/login");

            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.header("Location"))
                    .startsWith(PLATFORM.origin() + "/oauth2/authorize?")
                    .contains("code_challenge_method=S256", "nonce=", "state=", "scope=openid")
                    .contains("redirect_uri=" + PLATFORM.origin() + "/bff/callback");
        }

        @Test
        void returnsToWhereTheBrowserWantedToGo() {
            Answer answer = browser.signsIn("/courses/7?tab=notes");

            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.header("Location")).isEqualTo("/courses/7?tab=notes");
        }

        @Test
        void neverLeavesItsOwnOrigin() {
            for (String target :
                    List.of(
                            "//evil.example",
                            "/\\evil.example",
                            "/\t/evil.example",
                            "https://evil.example",
                            "evil",
                            "/a b",
                            "/\r\nSet-Cookie: a=b",
                            "")) {
                String encoded = URLEncoder.encode(target, StandardCharsets.UTF_8);

                Answer answer = PLATFORM.client().signsIn(encoded);

                assertThat(answer.header("Location")).as(target).isEqualTo("/");
            }
        }

        @Test
        void namesTheSessionInACookieThatScriptsCannotRead() {
            Answer toAuth = browser.get("/bff/login");
            Answer signedIn =
                    browser.get(
                            Client.pathOf(
                                    browser.get(Client.pathOf(toAuth.header("Location")))
                                            .header("Location")));

            assertThat(signedIn.headers("Set-Cookie"))
                    .singleElement()
                    .asString()
                    .startsWith("lectern=")
                    .containsIgnoringCase("HttpOnly")
                    .contains("SameSite=Lax", "Path=/")
                    .doesNotContain("Secure", "Domain", "Max-Age");
            assertThat(signedIn.headers("Set-Cookie").getFirst().split(";")[0])
                    .as("the session has a new name after sign-in")
                    .isNotEqualTo(toAuth.headers("Set-Cookie").getFirst().split(";")[0]);
        }

        @Test
        void putsTheTokenInThePlaceOfTheCookie() {
            browser.signedIn();

            Answer answer = browser.get("/api/v1/users/me");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(PLATFORM.service("user").last().header("Authorization"))
                    .singleElement()
                    .asString()
                    .startsWith("Bearer eyJ");
            assertThat(PLATFORM.service("user").last().header("Cookie")).isEmpty();
        }

        @Test
        void handsAuthItsOwnCookiesOnly() {
            browser.signedIn();
            browser.get("/bff/session");

            browser.get("/login");

            assertThat(AUTH.last().header("Cookie")).containsExactly("AUTH_SESSION=at-auth");
        }

        @Test
        void startsAgainOnceWhenAnotherTabWasFaster() {
            String first = Client.pathOf(browser.get("/bff/login").header("Location"));
            browser.get("/bff/login?returnTo=/second");
            Answer stale = browser.get(Client.pathOf(browser.get(first).header("Location")));

            assertThat(stale.header("Location")).isEqualTo("/bff/login?returnTo=%2Fsecond");

            Answer again = browser.signsIn("/second");
            assertThat(again.header("Location")).isEqualTo("/second");
        }

        @Test
        void refusesAnAnswerNobodyAskedFor() {
            browser.get("/bff/callback?code=stolen&state=made-up");

            Answer second = browser.get("/bff/callback?code=stolen&state=made-up");

            assertThat(second.status()).isEqualTo(401);
            assertThat(browser.get("/bff/session").json().path("authenticated").asBoolean())
                    .isFalse();
        }
    }

    @Nested
    class Session {

        @Test
        void tellsTheWebAppWhoIsSignedIn() {
            browser.signedIn();

            Answer answer = browser.get("/bff/session");

            assertThat(answer.json().path("authenticated").asBoolean()).isTrue();
            assertThat(answer.json().path("userId").asString()).isEqualTo("learner-1");
            assertThat(answer.json().path("roles").valueStream().map(role -> role.asString()))
                    .containsExactly("learner");
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.headers("Set-Cookie"))
                    .singleElement()
                    .asString()
                    .startsWith("XSRF-TOKEN=")
                    .doesNotContainIgnoringCase("HttpOnly");
            assertThat(answer.body()).doesNotContain("eyJ");
        }

        @Test
        void saysSoWhenNobodyIs() {
            Answer answer = browser.get("/bff/session");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"authenticated\":false}");
        }

        @Test
        void isNotMadeForVisitorsWhoOnlyRead() {
            Answer answer = browser.get("/api/v1/catalog/search");

            assertThat(answer.headers("Set-Cookie")).isEmpty();
        }

        @Test
        void isForgottenWhenItsCookieMeansNothing() {
            Client stranger = new Client(browser.port(), Map.of("lectern", "bWFkZS11cA=="));

            Answer answer = stranger.get("/api/v1/users/me");

            assertThat(answer.status()).isEqualTo(401);
            assertThat(stranger.get("/api/v1/catalog/search").status()).isEqualTo(200);
        }

        @Test
        void followsTheRolesOfTheTokenAndNotOfTheSignIn() {
            browser.signedIn();

            assertThat(browser.get("/api/v1/admin/courses").code()).isEqualTo("FORBIDDEN");

            AUTH.signsIn("staff-1", "moderator");
            assertThat(PLATFORM.client().signedIn().get("/api/v1/admin/courses").status())
                    .isEqualTo(200);
        }
    }

    @Nested
    class Writing {

        @Test
        void needsTheCsrfToken() {
            browser.signedIn();

            Answer without = browser.post("/api/v1/courses", "{}");
            Answer wrong = browser.post("/api/v1/courses", "{}", "X-XSRF-TOKEN", "guessed");

            assertThat(without.status()).isEqualTo(403);
            assertThat(without.code()).isEqualTo("CSRF_INVALID");
            assertThat(wrong.code()).isEqualTo("CSRF_INVALID");
        }

        @Test
        void reachesTheServiceWithTheCsrfToken() {
            browser.signedIn();

            Answer answer = browser.write("POST", "/api/v1/courses", "{\"title\":\"Waves\"}");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(PLATFORM.service("course").last().body()).isEqualTo("{\"title\":\"Waves\"}");
            assertThat(PLATFORM.service("course").last().header("X-XSRF-TOKEN")).isEmpty();
        }

        @Test
        void asksAClientWithoutAnyCredentialToSignIn() {
            assertThat(browser.post("/api/v1/courses", "{}").code()).isEqualTo("UNAUTHENTICATED");
        }
    }

    @Nested
    class SigningOut {

        @Test
        void endsTheSessionHereAndLeadsToAuth() {
            browser.signedIn();
            Client thief = new Client(browser.port(), Map.copyOf(browser.cookies()));

            Answer answer = browser.write("POST", "/bff/logout", "");

            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.header("Location"))
                    .startsWith(PLATFORM.origin() + "/connect/logout?id_token_hint=eyJ")
                    .contains("post_logout_redirect_uri=" + PLATFORM.origin() + "/");
            assertThat(browser.cookies()).doesNotContainKeys("lectern", "XSRF-TOKEN");
            assertThat(thief.get("/api/v1/users/me").status()).isEqualTo(401);
        }

        @Test
        void redirectsAForm() {
            browser.signedIn();
            browser.get("/bff/session");

            Answer answer =
                    browser.send(
                            "POST",
                            "/bff/logout",
                            "",
                            "Content-Type",
                            "application/x-www-form-urlencoded",
                            "X-XSRF-TOKEN",
                            browser.cookies().get("XSRF-TOKEN"));

            assertThat(answer.status()).isEqualTo(303);
            assertThat(answer.header("Location")).contains("/connect/logout");
        }

        @Test
        void needsTheCsrfToken() {
            browser.signedIn();

            Answer answer = browser.post("/bff/logout", "");

            assertThat(answer.code()).isEqualTo("CSRF_INVALID");
            assertThat(browser.get("/api/v1/users/me").status()).isEqualTo(200);
        }

        @Test
        void isFineForSomebodyWhoIsNotSignedIn() {
            Answer answer = browser.post("/bff/logout", "");

            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.header("Location")).isEqualTo("/");
        }
    }
}
