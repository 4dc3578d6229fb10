package dev.lectern.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Text that no keyboard types, wherever text is taken: a clear refusal, never a fault of ours.
class OddInputTest extends RunningAuth {

    private static final String FORM = "application/x-www-form-urlencoded";

    @Nested
    class InABody {

        /// Where `@` stands for the odd text.
        static List<Arguments> fields() {
            return List.of(
                    registering("email", "leo@@lectern.example"),
                    registering("password", "seven blue @ bicycles"),
                    registering("displayName", "Leo @"),
                    registering("locale", "en-@"),
                    registering("timeZone", "UTC@"),
                    Arguments.of("/verify", "{'token': '@'}"),
                    Arguments.of("/verify/resend", "{'email': 'leo@@lectern.example'}"),
                    Arguments.of("/password-reset", "{'email': 'leo@@lectern.example'}"),
                    Arguments.of("/password-reset/confirm", "{'token': '@', 'password': 'p'}"),
                    Arguments.of("/password-reset/confirm", "{'token': 't', 'password': '@'}"));
        }

        @ParameterizedTest
        @MethodSource("fields")
        void isRefusedByName(String path, String body) {
            for (var odd : List.of("\\u0000", "\\u0007", "\\u009d", "\\ud800", "\\udc00\\ud800")) {
                var answer =
                        client().json(
                                        "POST",
                                        "/api/v1/auth" + path,
                                        body.replace('\'', '"').replaceFirst("@", "\\" + odd),
                                        "Idempotency-Key",
                                        UUID.randomUUID().toString());

                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
                assertThat(codeOf(answer)).isEqualTo("CONTROL_CHARACTER");
            }
        }

        @Test
        void isNotSaidBackWhereItNamesAField() {
            var answer = client().json("POST", "/api/v1/auth/verify", "{\"\\ud800\": 1}");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("\"code\":");
        }

        private static Arguments registering(String field, String value) {
            return Arguments.of("/register", "{'%s': '%s'}".formatted(field, value));
        }
    }

    @Nested
    class InAForm {

        private static final String NEWCOMER =
                "locale=en&timeZone=UTC&consents=TERMS:1&consents=PRIVACY:1";

        static List<Arguments> fields() {
            return List.of(
                    newcomer("key", "k%s"),
                    newcomer("email", "leo%s%%40lectern.example"),
                    newcomer("email", "leo%%40lectern%s.example"),
                    newcomer("password", "seven+blue+%s+bicycles"),
                    newcomer("displayName", "Leo+%s"),
                    newcomer("timeZone", "UTC%s"),
                    Arguments.of("/confirm-email", "token=%s"),
                    Arguments.of("/confirm-email", "email=leo%s%%40lectern.example"),
                    Arguments.of("/reset", "email=leo%s%%40lectern.example"),
                    Arguments.of("/reset", "token=%s&password=seven+blue+bicycles"),
                    Arguments.of("/reset", "token=t&password=seven+blue+%s+bicycles"));
        }

        @ParameterizedTest
        @MethodSource("fields")
        void isRefusedOnThePage(String path, String form) {
            for (var odd : List.of("%00", "%07", "%C2%9D")) {
                var answer = client().raw(path, form.formatted(odd), FORM);

                assertThat(answer.statusCode()).as(odd).isEqualTo(422);
                assertThat(answer.body()).contains("role=\"alert\"");
            }
        }

        @ParameterizedTest
        @MethodSource("fields")
        void isRefusedWhereItIsNoUtf8(String path, String form) {
            assertUnreadable(path, form);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/login username=%s&password=p",
                    "/login username=leo%%40lectern.example&password=%s",
                    "/oauth2/token grant_type=refresh_token&refresh_token=%s",
                    "/oauth2/revoke token=%s",
                    "/oauth2/introspect token=%s"
                })
        void isRefusedToProgramsWhereItIsNoUtf8(String request) {
            var parts = request.split(" ", 2);

            assertUnreadable(parts[0], parts[1]);
        }

        @Test
        void isAWrongPasswordOrAnUnknownAddressToWhoeverSignsIn() {
            for (var odd : List.of("\0", "\u0007", "\u009d", "leo\0@lectern.example")) {
                assertThat(codeOf(signIn().begin().answerTo(odd, PASSWORD)))
                        .isEqualTo("BAD_CREDENTIALS");
                assertThat(codeOf(signIn().begin().answerTo(someEmail(), odd)))
                        .isEqualTo("BAD_CREDENTIALS");
            }
        }

        @Test
        void mayLeaveTheKeyOutOrStretchIt() {
            for (var key : List.of("", "&key=", "&key=" + "k".repeat(300))) {
                var form = newcomer("email", "leo%40lectern.example").get()[1] + key;

                assertThat(client().raw("/register", form, FORM).statusCode()).isEqualTo(422);
            }
        }

        @Test
        void neverBecomesAConsent() {
            var email = someEmail();
            var form =
                    newcomer("email", email).get()[1]
                            + "&key=k&password=seven+blue+bicycles&displayName=Leo&consents="
                            + "d".repeat(300)
                            + "%00:1";

            assertThat(client().raw("/register", form, FORM).statusCode()).isEqualTo(200);
            assertThat(
                            jdbc.sql(
                                            "select document from account_consent"
                                                    + " where account_id = :id order by 1")
                                    .param("id", idOf(email))
                                    .query(String.class)
                                    .list())
                    .containsExactly("PRIVACY", "TERMS");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/login", "/register", "/reset", "/oauth2/token"})
        void isBoundedHoweverItIsSent(String path) {
            var large = client().raw(path, "email=" + "x".repeat(1024 * 1024), FORM);
            var undeclared = client().chunked(path, "email=" + "x".repeat(1024 * 1024), FORM);
            var many = client().raw(path, "a=b&".repeat(20_000), FORM);
            var parts = client().raw(path, "--b\r\nnonsense", "multipart/form-data; boundary=b");

            assertThat(large.statusCode()).isEqualTo(413);
            assertThat(undeclared.statusCode()).isEqualTo(413);
            assertThat(codeOf(undeclared)).isEqualTo("BODY_TOO_LARGE");
            assertThat(many.statusCode()).isIn(400, 413);
            assertThat(parts.statusCode()).isLessThan(500);
        }

        private static Arguments newcomer(String field, String value) {
            return Arguments.of("/register", NEWCOMER + "&" + field + "=" + value);
        }

        private void assertUnreadable(String path, String form) {
            for (var odd : List.of("%ED%A0%80", "%FF", "%zz")) {
                var answer = client().raw(path, form.formatted(odd), FORM);

                assertThat(answer.statusCode()).as(odd + answer.body()).isEqualTo(400);
                assertThat(codeOf(answer)).isEqualTo("UNKNOWN_PARAMETER");
            }
        }
    }

    @Nested
    class InAQuery {

        static List<String> queries() {
            return List.of(
                    "/login?refused=",
                    "/register?x=",
                    "/reset?token=",
                    "/confirm-email?token=",
                    "/oauth2/authorize?response_type=code&client_id=",
                    "/connect/logout?id_token_hint=");
        }

        @ParameterizedTest
        @MethodSource("queries")
        void isRefusedWhereItIsNoUtf8(String query) {
            for (var odd : List.of("%ED%A0%80", "%FF")) {
                var answer = client().get(query + odd);

                assertThat(answer.statusCode()).isEqualTo(400);
                assertThat(codeOf(answer)).isEqualTo("UNKNOWN_PARAMETER");
            }
        }

        @ParameterizedTest
        @MethodSource("queries")
        void isNoFaultOfOurs(String query) {
            for (var odd : List.of("%00", "%07")) {
                assertThat(client().get(query + odd).statusCode()).isIn(200, 400);
            }
        }
    }

    @Nested
    class AsASecret {

        @Test
        void isAnUnknownTokenToTheProvider() {
            var code =
                    ask("/oauth2/token", "grant_type=authorization_code&redirect_uri=a&code=%00");
            var refresh = ask("/oauth2/token", "grant_type=refresh_token&refresh_token=%00");
            var revoked = ask("/oauth2/revoke", "token=%00");
            var shown = ask("/oauth2/introspect", "token=%00");

            assertThat(code.body()).contains("invalid_grant");
            assertThat(refresh.body()).contains("invalid_grant");
            assertThat(revoked.statusCode()).isEqualTo(200);
            assertThat(shown.body()).contains("\"active\":false");
        }

        @Test
        void isAnUnknownSession() {
            var id = Base64.getEncoder().encodeToString("a\0b".getBytes(StandardCharsets.UTF_8));

            var answer = client().get("/login", "Cookie", "AUTH_SESSION=" + id);

            assertThat(answer.statusCode()).isEqualTo(200);
        }

        private HttpResponse<String> ask(String path, String form) {
            return client().raw(path, form, FORM, "Authorization", basic("bff", BFF_SECRET));
        }
    }

    @Nested
    class AsALongText {

        private static final String LONG = "seven blue bicycles ".repeat(50);

        @Test
        void isRefusedAsAPasswordBeforeItCostsAHash() {
            var registered = register(someEmail(), LONG);
            var reset =
                    client().json(
                                    "POST",
                                    "/api/v1/auth/password-reset/confirm",
                                    "{\"token\": \"t\", \"password\": \"" + LONG + "\"}");
            var appointed =
                    client().json(
                                    "POST",
                                    "/internal/staff",
                                    """
                                    {"email": "%s", "role": "admin", "password": "%s"}
                                    """
                                            .formatted(someEmail(), LONG),
                                    "Authorization",
                                    "Bearer " + operatorToken());

            for (var answer : List.of(registered, reset, appointed)) {
                assertThat(answer.statusCode()).isEqualTo(422);
                assertThat(codeOf(answer)).isEqualTo("PASSWORD_WEAK");
                assertThat(answer.body()).contains("at most 128 characters");
            }
        }

        @Test
        void isAWrongPasswordEvenWhereItBeginsLikeTheRightOne() {
            var email = somebody();

            assertThat(codeOf(signIn().begin().answerTo(email, PASSWORD + " ".repeat(980))))
                    .isEqualTo("BAD_CREDENTIALS");
        }

        @Test
        void isNoAddress() {
            var tooLong = "l".repeat(64) + "@" + "lectern.".repeat(24) + "example";

            assertThat(register(tooLong, PASSWORD).statusCode()).isEqualTo(400);
            assertThat(register("l".repeat(65) + "@lectern.example", PASSWORD).statusCode())
                    .isEqualTo(400);
            assertThat(codeOf(signIn().begin().answerTo(tooLong, PASSWORD)))
                    .isEqualTo("BAD_CREDENTIALS");
        }
    }

    @Nested
    class AsAnotherSpellingOfOneAddress {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "JOS\u00c9-%s@M\u00dcNCHEN.example",
                    "jose\u0301-%s@mu\u0308nchen.example",
                    " jos\u00e9-%s@xn--mnchen-3ya.example "
                })
        void signsInToTheSameAccount(String spelling) {
            var id = UUID.randomUUID();
            var email = "jos\u00e9-" + id + "@m\u00fcnchen.example";
            register(email, PASSWORD);
            jdbc.sql("update account set email_verified_at = now() where email = :email")
                    .param("email", email)
                    .update();

            assertThat(signIn().token(spelling.formatted(id), PASSWORD)).isNotEmpty();
            assertThat(register(spelling.formatted(id), PASSWORD).statusCode()).isEqualTo(201);
            assertThat(
                            jdbc.sql("select count(*) from account where email like :some")
                                    .param("some", "%" + id + "%")
                                    .query(Long.class)
                                    .single())
                    .isOne();
        }
    }
}
