package dev.lectern.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.lectern.auth.application.RotatingKeys;
import dev.lectern.client.Authenticator;
import dev.lectern.common.security.StepUpTokens;
import dev.lectern.testing.identity.ForgedStepUps;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class SecondFactorTest extends RunningAuth {

    @Autowired StepUpTokens stepUps;
    @Autowired RotatingKeys keys;

    /// Somebody with an authenticator.
    private record Owner(
            String email, String token, Authenticator authenticator, List<String> recovery) {}

    @Nested
    class TurningItOn {

        @Test
        void takesASecretAndAFirstCode() {
            var token = signIn().token(somebody(), PASSWORD);

            var begun = begin(token, key());

            assertThat(begun.statusCode()).isEqualTo(201);
            assertThat(begun.headers().firstValue("Cache-Control")).hasValue("no-store");
            var secret = secretIn(begun);
            assertThat(JsonPath.<String>read(begun.body(), "$.otpauthUri"))
                    .startsWith("otpauth://totp/Lectern:person-")
                    .contains("secret=" + secret, "issuer=Lectern");
            var wrong = confirm(token, key(), "000000");
            assertThat(wrong.statusCode()).isEqualTo(401);
            assertThat(codeOf(wrong)).isEqualTo("CODE_INVALID");
            var confirmed = confirm(token, key(), Authenticator.of(secret).nextCode());
            assertThat(confirmed.statusCode()).isEqualTo(200);
            assertThat(JsonPath.<List<String>>read(confirmed.body(), "$.recoveryCodes"))
                    .hasSize(10)
                    .doesNotHaveDuplicates()
                    .allMatch(code -> code.matches("[a-z2-9]{5}-[a-z2-9]{5}"));
        }

        @Test
        void happensOnce() {
            var ada = owner();

            assertThat(codeOf(begin(ada.token(), key()))).isEqualTo("MFA_ALREADY_ON");
            var again = confirm(ada.token(), key(), ada.authenticator().nextCode());
            assertThat(again.statusCode()).isEqualTo(409);
            assertThat(codeOf(again)).isEqualTo("MFA_ALREADY_ON");
        }

        @Test
        void isAnsweredAlikeWhenItIsRepeated() {
            var token = signIn().token(somebody(), PASSWORD);
            var beginning = key();
            var begun = begin(token, beginning);
            var repeated = begin(token, beginning);
            var code = Authenticator.of(secretIn(begun)).nextCode();
            var confirming = key();

            var confirmed = confirm(token, confirming, code);
            var again = confirm(token, confirming, code);

            assertThat(repeated.body()).isEqualTo(begun.body());
            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(again.body()).isEqualTo(confirmed.body());
            assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
            // Once it is on, nobody is told the secret any more, whatever they repeat.
            assertThat(codeOf(begin(token, beginning))).isEqualTo("MFA_ALREADY_ON");
        }

        @Test
        void needsASecretFirst() {
            var token = signIn().token(somebody(), PASSWORD);

            assertThat(codeOf(confirm(token, key(), "123456"))).isEqualTo("CODE_INVALID");
        }

        @Test
        void isNothingForStrangers() {
            assertThat(post("/mfa/totp", "", "Idempotency-Key", key()).statusCode()).isEqualTo(401);
            assertThat(
                            post("/mfa/totp/confirm", "{\"code\": \"1\"}", "Idempotency-Key", key())
                                    .statusCode())
                    .isEqualTo(401);
            assertThat(post("/step-up", "{\"code\": \"1\"}").statusCode()).isEqualTo(401);
        }

        @Test
        void leavesNothingInTheDatabaseThatCouldBeUsed() {
            var token = signIn().token(somebody(), PASSWORD);
            var secret = secretIn(begin(token, key()));
            var confirmed = confirm(token, key(), Authenticator.of(secret).nextCode());
            var recovery = JsonPath.<List<String>>read(confirmed.body(), "$.recoveryCodes");

            var kept =
                    jdbc.sql(
                                    """
                                    select sealed_secret as text from second_factor
                                    union all select hash from recovery_code
                                    union all select payload from outbox
                                    union all select fingerprint from idempotency_key
                                    """)
                            .query(String.class)
                            .list();

            assertThat(kept).noneMatch(text -> text.contains(secret));
            for (var code : recovery) {
                assertThat(kept)
                        .noneMatch(text -> text.contains(code))
                        .noneMatch(text -> text.contains(code.replace("-", "")));
            }
        }

        @Test
        void isToldToOthers() {
            var ada = owner();

            assertThat(eventsOf(idOf(ada.email()))).contains("auth.mfa-changed.v1");
        }
    }

    @Nested
    class SigningIn {

        @Test
        void asksForACodeAfterThePasswordAndSaysSoInTheToken() {
            var ada = owner();
            var granted = signIn().begin().password(ada.email(), PASSWORD);

            assertThat(granted.next()).isEqualTo("/login/totp");
            var token = granted.code(ada.authenticator().nextCode()).finish();
            assertThat(texts(claims(token).get("amr"))).containsExactly("password", "totp");
        }

        @Test
        void leadsNowhereWithThePasswordAlone() {
            var ada = owner();
            var client = signIn();

            client.begin().password(ada.email(), PASSWORD);

            assertThat(client.isSignedIn()).isFalse();
            assertThat(sessions(ada)).hasSize(1);
        }

        @Test
        void refusesACodeThatWasUsedBefore() {
            var ada = owner();
            var code = ada.authenticator().nextCode();
            signIn().begin().password(ada.email(), PASSWORD).code(code).finish();

            var replayed = signIn().begin().password(ada.email(), PASSWORD).answerTo(code);

            assertThat(replayed.statusCode()).isEqualTo(401);
            assertThat(codeOf(replayed)).isEqualTo("CODE_INVALID");
        }

        @Test
        void admitsOneOfManyWhoShowTheSameCodeAtOnce() throws Exception {
            var ada = owner();
            var code = ada.authenticator().nextCode();
            var visits = new ArrayList<Callable<Integer>>();
            for (var i = 0; i < 4; i++) {
                var visit = signIn().begin().password(ada.email(), PASSWORD);
                visits.add(() -> visit.answerTo(code).statusCode());
            }

            try (var all = Executors.newFixedThreadPool(visits.size())) {
                var answers = new ArrayList<Integer>();
                for (var answer : all.invokeAll(visits)) {
                    answers.add(answer.get());
                }
                assertThat(answers).containsOnlyOnce(200).containsOnly(200, 401);
            }
        }

        @Test
        void takesARecoveryCodeOnceHoweverItIsTyped() {
            var ada = owner();
            var code = ada.recovery().getFirst().replace("-", " ").toUpperCase(Locale.ROOT);

            signIn().begin().password(ada.email(), PASSWORD).code(code).finish();

            var again = signIn().begin().password(ada.email(), PASSWORD).answerTo(code);
            assertThat(again.statusCode()).isEqualTo(401);
            assertThat(codeOf(again)).isEqualTo("CODE_INVALID");
        }

        @Test
        void slowsGuessingDownAlsoOverSeveralSignIns() {
            var ada = owner();
            for (var i = 0; i < 5; i++) {
                var guess = signIn().begin().password(ada.email(), PASSWORD).answerTo("00000" + i);
                assertThat(guess.statusCode()).isEqualTo(401);
            }

            var right =
                    signIn().begin()
                            .password(ada.email(), PASSWORD)
                            .answerTo(ada.recovery().getFirst());

            assertThat(right.statusCode()).isEqualTo(429);
            assertThat(codeOf(right)).isEqualTo("TOO_MANY_REQUESTS");
            assertThat(right.headers().firstValueAsLong("Retry-After").orElse(0))
                    .isBetween(1L, 30L);
            assertThat(stepUp(ada.token(), "code", ada.recovery().getFirst()).statusCode())
                    .isEqualTo(429);
            clock.advance(Duration.ofSeconds(30));
            signIn().begin()
                    .password(ada.email(), PASSWORD)
                    .code(ada.recovery().getFirst())
                    .finish();
        }

        @Test
        void asksForTheCodeInSessionsThatAreOlder() {
            var email = somebody();
            var client = signIn();
            var token = client.token(email, PASSWORD);
            var secret = secretIn(begin(token, key()));
            var authenticator = Authenticator.of(secret);
            confirm(token, key(), authenticator.nextCode());

            assertThat(client.isSignedIn()).isFalse();
            var next = claims(client.nextToken(authenticator));
            assertThat(next.get("sid")).isEqualTo(claims(token).get("sid"));
            assertThat(texts(next.get("amr"))).contains("totp");
            assertThat(client.isSignedIn()).isTrue();
            // The session got another name on the way, and still ends with its sign-in.
            client().delete(
                            "/api/v1/auth/sessions/" + claims(token).get("sid").asString(),
                            "Authorization",
                            "Bearer " + token);
            assertThat(client.isSignedIn()).isFalse();
            assertThat(
                            jdbc.sql(
                                            "select count(*) from spring_session where principal_name = :id")
                                    .param("id", idOf(email).toString())
                                    .query(Long.class)
                                    .single())
                    .isZero();
        }

        @Test
        void asksOnAPageToo() {
            var ada = owner();
            var browser = client();
            var login =
                    browser.form(
                            "/login",
                            Map.of(
                                    "username",
                                    ada.email(),
                                    "password",
                                    PASSWORD,
                                    "_csrf",
                                    csrfIn(browser.get("/login").body())));
            assertThat(login.headers().firstValue("Location")).hasValue("/login/totp");

            var page = browser.get("/login/totp");
            var wrong =
                    browser.form(
                            "/login/totp", Map.of("code", "000000", "_csrf", csrfIn(page.body())));
            var before = browser.cookie("AUTH_SESSION");
            var right =
                    browser.form(
                            "/login/totp",
                            Map.of(
                                    "code",
                                    ada.authenticator().nextCode(),
                                    "_csrf",
                                    csrfIn(wrong.body())));

            assertThat(page.body()).contains("autocomplete=\"one-time-code\"");
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(wrong.body()).contains("This code is wrong");
            assertThat(right.statusCode()).isEqualTo(302);
            assertThat(right.headers().firstValue("Location")).hasValue("/");
            assertThat(browser.cookie("AUTH_SESSION")).isNotEqualTo(before);
        }

        @Test
        void asksNobodyWhoShowedNoPassword() {
            var browser = client();
            var csrf = csrfIn(browser.get("/login").body());

            assertThat(browser.get("/login/totp").headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
            assertThat(
                            browser.form("/login/totp", Map.of("code", "1", "_csrf", csrf))
                                    .headers()
                                    .firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
        }
    }

    @Nested
    class TurningItOff {

        @Test
        void needsAStepUp() {
            var ada = owner();

            ForgedStepUps.areRefused(
                    keys.all().getFirst().key(),
                    idOf(ada.email()),
                    new dev.lectern.client.Client(port).as(ada.token()),
                    client -> client.delete("/api/v1/auth/mfa/totp"));

            assertThat(signIn().begin().password(ada.email(), PASSWORD).next())
                    .isEqualTo("/login/totp");
        }

        @Test
        void leavesThePasswordAloneAndTellsOthers() {
            var ada = owner();

            assertThat(turnOff(ada).statusCode()).isEqualTo(204);

            signIn().token(ada.email(), PASSWORD);
            assertIsStepUp(stepUp(ada.token(), "password", PASSWORD));
            assertThat(codeOf(stepUp(ada.token(), "code", ada.recovery().getLast())))
                    .isEqualTo("CODE_INVALID");
            var told =
                    jdbc.sql(
                                    """
                                    select payload from outbox where subject = :id
                                        and type = 'auth.mfa-changed.v1' order by sequence
                                    """)
                            .param("id", idOf(ada.email()))
                            .query(String.class)
                            .list();
            assertThat(told.getFirst()).contains("\"enabled\":true");
            assertThat(told.getLast()).contains("\"enabled\":false");
        }

        @Test
        void makesRoomForAnotherAuthenticator() {
            var ada = owner();
            turnOff(ada);

            var again = owner(ada.email(), ada.token());

            assertThat(again.recovery()).doesNotContainAnyElementsOf(ada.recovery());
            assertThat(
                            signIn().begin()
                                    .password(ada.email(), PASSWORD)
                                    .answerTo(ada.authenticator().codeOfNow())
                                    .statusCode())
                    .isEqualTo(401);
            signIn().token(ada.email(), PASSWORD, again.authenticator());
        }

        @Test
        void isRefusedWhereItIsOff() {
            var email = somebody();
            var token = signIn().token(email, PASSWORD);
            begin(token, key());

            var answer = turnOff(token, proofIn(stepUp(token, "password", PASSWORD)));

            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(codeOf(answer)).isEqualTo("MFA_OFF");
        }

        private HttpResponse<String> turnOff(Owner owner) {
            return turnOff(
                    owner.token(),
                    proofIn(stepUp(owner.token(), "code", owner.recovery().getFirst())));
        }

        private HttpResponse<String> turnOff(String token, String proof) {
            return client().delete(
                            "/api/v1/auth/mfa/totp",
                            "Authorization",
                            "Bearer " + token,
                            "Step-Up",
                            proof);
        }

        private void assertIsStepUp(HttpResponse<String> answer) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    @Nested
    class SteppingUp {

        @Test
        void takesThePasswordWhereThereIsNoSecondFactor() {
            var email = somebody();
            var token = signIn().token(email, PASSWORD);

            var answer = stepUp(token, "password", PASSWORD);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(Instant.parse(JsonPath.read(answer.body(), "$.expiresAt")))
                    .isBetween(Instant.now().plusSeconds(240), Instant.now().plusSeconds(301));
            assertIsProofOf(email, proofIn(answer));
        }

        @Test
        void refusesAWrongPasswordAndCountsItLikeASignIn() {
            var email = somebody();
            var token = signIn().token(email, PASSWORD);
            for (var i = 0; i < 5; i++) {
                var wrong = stepUp(token, "password", "wrong " + i);
                assertThat(wrong.statusCode()).isEqualTo(401);
                assertThat(codeOf(wrong)).isEqualTo("CODE_INVALID");
            }

            assertThat(codeOf(stepUp(token, "password", PASSWORD))).isEqualTo("CODE_INVALID");
            assertThat(codeOf(signIn().begin().answerTo(email, PASSWORD)))
                    .isEqualTo("BAD_CREDENTIALS");
        }

        @Test
        void takesNoPasswordWhereThereIsASecondFactor() {
            var ada = owner();

            assertThat(codeOf(stepUp(ada.token(), "password", PASSWORD))).isEqualTo("CODE_INVALID");
            assertIsProofOf(
                    ada.email(),
                    proofIn(stepUp(ada.token(), "code", ada.authenticator().nextCode())));
            assertIsProofOf(
                    ada.email(), proofIn(stepUp(ada.token(), "code", ada.recovery().getLast())));
        }

        @Test
        void takesNoCodeTwice() {
            var ada = owner();
            var code = ada.authenticator().nextCode();
            stepUp(ada.token(), "code", code);

            var again = stepUp(ada.token(), "code", code);

            assertThat(again.statusCode()).isEqualTo(401);
            assertThat(codeOf(again)).isEqualTo("CODE_INVALID");
            assertThat(codeOf(stepUp(ada.token(), "code", "12345"))).isEqualTo("CODE_INVALID");
        }

        @ParameterizedTest
        @ValueSource(strings = {"moderator", "support", "admin"})
        void needsASecondFactorOfStaff(String role) {
            var email = somebody();
            client().json(
                            "POST",
                            "/internal/staff",
                            "{\"email\": \"%s\", \"role\": \"%s\"}".formatted(email, role),
                            "Authorization",
                            "Bearer " + operatorToken());
            var token = signIn().token(email, PASSWORD);

            var without = stepUp(token, "password", PASSWORD);

            assertThat(without.statusCode()).isEqualTo(403);
            assertThat(codeOf(without)).isEqualTo("MFA_REQUIRED");
            assertThat(codeOf(stepUp(token, "code", "123456"))).isEqualTo("MFA_REQUIRED");
            var ada = owner(email, token);
            assertIsProofOf(email, proofIn(stepUp(token, "code", ada.authenticator().nextCode())));
        }

        @Test
        void givesNoAccessTokenAndAnAccessTokenIsNoProof() {
            var email = somebody();
            var token = signIn().token(email, PASSWORD);
            var proof = proofIn(stepUp(token, "password", PASSWORD));

            var asAccess =
                    client().get("/api/v1/auth/sessions", "Authorization", "Bearer " + proof);

            assertThat(asAccess.statusCode()).isEqualTo(401);
            assertThat(stepUps.isFresh(token, idOf(email))).isFalse();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{\"code\": \"123456\", \"password\": \"x\"}",
                    "{\"code\": 1e999}",
                    "{\"code\": \"a\\u0000b\"}",
                    "{\"code\": \"12345678901234567890123456789012345678901\"}",
                    "{\"code\": \"1\", \"token\": \"x\"}"
                })
        void refusesWhatIsWrongOnItsFace(String body) {
            var token = signIn().token(somebody(), PASSWORD);

            var answer = post("/step-up", body, "Authorization", "Bearer " + token);

            assertThat(answer.statusCode()).isEqualTo(400);
        }

        private void assertIsProofOf(String email, String proof) {
            assertThat(stepUps.isFresh(proof, idOf(email))).isTrue();
            assertThat(stepUps.isFresh(proof, UUID.randomUUID())).isFalse();
        }
    }

    private Owner owner() {
        var email = somebody();
        return owner(email, signIn().token(email, PASSWORD));
    }

    private Owner owner(String email, String token) {
        var authenticator = Authenticator.of(secretIn(begin(token, key())));
        var confirmed = confirm(token, key(), authenticator.nextCode());
        return new Owner(
                email, token, authenticator, JsonPath.read(confirmed.body(), "$.recoveryCodes"));
    }

    private List<String> sessions(Owner owner) {
        return JsonPath.read(
                client().get("/api/v1/auth/sessions", "Authorization", "Bearer " + owner.token())
                        .body(),
                "$.items[*].id");
    }

    private HttpResponse<String> begin(String token, String key) {
        return post("/mfa/totp", "", "Authorization", "Bearer " + token, "Idempotency-Key", key);
    }

    private HttpResponse<String> confirm(String token, String key, String code) {
        return post(
                "/mfa/totp/confirm",
                "{\"code\": \"" + code + "\"}",
                "Authorization",
                "Bearer " + token,
                "Idempotency-Key",
                key);
    }

    private HttpResponse<String> stepUp(String token, String what, String value) {
        return post(
                "/step-up",
                "{\"%s\": \"%s\"}".formatted(what, value),
                "Authorization",
                "Bearer " + token);
    }

    private HttpResponse<String> post(String path, String body, String... headers) {
        return client().json("POST", "/api/v1/auth" + path, body, headers);
    }

    private static String secretIn(HttpResponse<String> begun) {
        return JsonPath.read(begun.body(), "$.secret");
    }

    private static String proofIn(HttpResponse<String> answer) {
        return JsonPath.read(answer.body(), "$.stepUpToken");
    }

    private static String csrfIn(String page) {
        return page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
