package dev.lectern.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.HtmlUtils;

class PagesTest extends RunningAuth {

    private static final Pattern TAG = Pattern.compile("<[a-z][^>]*>");
    private static final Pattern FIELD =
            Pattern.compile("<(?:input|select)\\b[^>]*\\bid=\"([^\"]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/register", "/confirm-email?token=x", "/reset", "/logout"})
    void carryNoScriptAndLetNobodyFrameThem(String path) {
        var page = client().get(path, "Accept", "text/html");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(page.body())
                .contains("<html lang=\"en\"", "<main>", "<h1>", "/login.css")
                .doesNotContain("<script", "style=\"", "onclick", "th:");
    }

    @Test
    void areWhatOneGetsWithoutAskingForAForm() {
        assertThat(client().get("/login").body()).contains("<main>");
        assertThat(client().get("/login", "Accept", "*/*").body()).contains("<main>");
    }

    @Test
    void tellAPersonThatARequestMadeNoSense() {
        var page = client().get("/oauth2/authorize?client_id=unknown", "Accept", "text/html");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("That did not work").doesNotContain("Exception");
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void shareOneStyleSheet() {
        var styles = client().get("/login.css");

        assertThat(styles.statusCode()).isEqualTo(200);
        assertThat(styles.headers().firstValue("Content-Type").orElseThrow()).contains("text/css");
    }

    @Test
    void labelEveryField() {
        for (var path : List.of("/login", "/register", "/reset", "/confirm-email")) {
            var page = client().get(path, "Accept", "text/html").body();
            var fields =
                    FIELD.matcher(page).results().map(field -> field.group(1)).distinct().toList();

            assertThat(fields).isNotEmpty();
            assertThat(fields).allMatch(id -> page.contains("<label for=\"" + id + "\""));
            assertThat(TAG.matcher(page).results().map(MatchResult::group))
                    .filteredOn(tag -> tag.matches("<(input|select) id=.*"))
                    .isNotEmpty()
                    .allMatch(tag -> tag.contains(" autocomplete=\""));
        }
    }

    @Test
    void registerAndConfirmWithoutAnyScript() {
        var email = someEmail();
        var browser = client();
        var form = browser.get("/register", "Accept", "text/html").body();
        assertThat(form).contains("Europe/Berlin", "version 1");
        var done = browser.form("/register", registration(form, email, PASSWORD), "Origin", ORIGIN);
        assertThat(done.body()).contains("Look into your mailbox");

        var token = tokenMailedTo(email);
        assertThat(browser.get("/confirm-email?token=" + token).body())
                .contains("Confirm my address");
        var confirmed = browser.form("/confirm-email", Map.of("token", token), "Origin", ORIGIN);

        assertThat(confirmed.body()).contains("Your address is confirmed");
        assertThat(signIn().token(email, PASSWORD)).isNotEmpty();
    }

    static List<Arguments> mistakes() {
        return List.of(
                Arguments.of("/register", "displayName", "<b>", "no markup"),
                Arguments.of("/register", "email", "leo", "This is not an e-mail address."),
                Arguments.of("/register", "password", "short", "Use at least 8 characters"),
                Arguments.of("/register", "password", "long ".repeat(200), "at most 128"),
                Arguments.of("/register", "consents", "TERMS:0", "Tick every box here to go on."),
                Arguments.of("/reset", "email", "leo", "This is not an e-mail address."),
                Arguments.of("/reset", "password", "short", "Use at least 8 characters"),
                Arguments.of("/confirm-email", "email", "leo", "This is not an e-mail address."));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void sayWhatIsWrongAtItsFieldAndGoThere(String path, String field, String typed, String wrong) {
        var refused = client().form(path, mistaken(path, field, typed));

        var page = refused.body();
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(textOf(page, field + "-wrong")).contains(wrong);
        assertThat(page).contains("role=\"alert\"", "href=\"#" + field + "\"");
        assertThat(TAG.matcher(page).results().map(MatchResult::group))
                .filteredOn(tag -> tag.contains("aria-invalid=\"true\""))
                .isNotEmpty()
                .allMatch(tag -> tag.contains("name=\"" + field + "\""));
        assertThat(TAG.matcher(page).results().map(MatchResult::group))
                .filteredOn(tag -> tag.contains(field + "-wrong\""))
                .isNotEmpty();
        assertThat(TAG.matcher(page).results().map(MatchResult::group))
                .filteredOn(tag -> tag.contains(" autofocus"))
                .singleElement()
                .asString()
                .contains("name=\"" + field + "\"");
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void keepWhatWasTypedExceptPasswords(String path, String field, String typed) {
        var sent = mistaken(path, field, typed);

        var page = client().form(path, sent).body();

        assertThat(sent)
                .filteredOn(entry -> List.of("displayName", "email").contains(entry.getKey()))
                .map(entry -> "value=\"" + HtmlUtils.htmlEscape(entry.getValue()) + "\"")
                .allMatch(page::contains);
        assertThat(sent)
                .filteredOn(entry -> entry.getKey().equals("password"))
                .noneMatch(entry -> page.contains(entry.getValue()));
    }

    @Test
    void showTypedTextAsTextOnly() {
        var browser = client();
        var form = browser.get("/register", "Accept", "text/html").body();

        var refused =
                browser.form(
                        "/register", registration(form, "\"><script>alert(1)</script>", PASSWORD));

        assertThat(refused.body()).doesNotContain("<script>alert");
    }

    @Test
    void resetAPasswordWithoutAnyScript() {
        var email = somebody();
        var browser = client();
        assertThat(browser.form("/reset", Map.of("email", email)).body())
                .contains("Look into your mailbox");
        var token = tokenIn(awaitMails(email, 2).getLast());

        var refused = browser.form("/reset", Map.of("token", token, "password", "short"));
        var done = browser.form("/reset", Map.of("token", token, "password", "four green teapots"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains(token);
        assertThat(done.body()).contains("Your password is set");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/register", "/confirm-email", "/reset", "/login"})
    void takeNoFormFromAnotherSite(String path) {
        var answer =
                client().form(
                                path,
                                Map.of("email", someEmail(), "token", "x"),
                                "Origin",
                                "https://evil.example");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(codeOf(answer)).isEqualTo("ORIGIN_FOREIGN");
    }

    @Test
    void explainARefusedSignIn() {
        var browser = client();
        var email = someEmail();
        var form = browser.get("/login", "Accept", "text/html").body();

        var refused =
                browser.form(
                        "/login",
                        Map.of("username", email, "password", "wrong", "_csrf", csrfIn(form)),
                        "Accept",
                        "text/html");

        assertThat(refused.headers().firstValue("Location")).contains("/login?refused");
        assertThat(browser.get("/login?refused", "Accept", "text/html").body())
                .contains("role=\"alert\"", "is wrong", "value=\"" + email + "\"")
                .contains("aria-invalid=\"true\" aria-describedby=\"problem\"")
                .doesNotContain("wrong\"");
        assertThat(browser.get("/login?refused").body()).doesNotContain(email);
    }

    private static List<Map.Entry<String, String>> mistaken(
            String path, String field, String typed) {
        var form = new ArrayList<Map.Entry<String, String>>();
        if (path.equals("/register")) {
            form.addAll(registration("key=\"k\"", someEmail(), PASSWORD));
        }
        if (field.equals("password") && path.equals("/reset")) {
            form.add(Map.entry("token", "t"));
        }
        form.removeIf(sent -> sent.getKey().equals(field));
        form.add(Map.entry(field, typed));
        return form;
    }

    private static String textOf(String page, String id) {
        return page.replaceAll("(?s).* id=\"" + id + "\"[^>]*>([^<]*)<.*", "$1");
    }

    private static List<Map.Entry<String, String>> registration(
            String form, String email, String password) {
        return List.of(
                Map.entry("key", form.replaceAll("(?s).*name=\"key\" value=\"([^\"]*)\".*", "$1")),
                Map.entry("email", email),
                Map.entry("password", password),
                Map.entry("displayName", "Leo"),
                Map.entry("locale", "en"),
                Map.entry("timeZone", "Europe/Berlin"),
                Map.entry("consents", "TERMS:1"),
                Map.entry("consents", "PRIVACY:1"));
    }

    private static String csrfIn(String page) {
        return page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]*)\".*", "$1");
    }
}
