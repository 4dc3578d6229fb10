package dev.lectern.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PasswordResetTest extends RunningAuth {

    private static final String NEW = "four green teapots";

    @Test
    void setsTheNewPasswordAndEndsEverySession() {
        var email = somebody();
        var client = signIn();
        client.token(email, PASSWORD);

        var answer = reset(linkFor(email), NEW);

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(client.isSignedIn()).isFalse();
        assertThat(codeOf(signIn().begin().answerTo(email, PASSWORD))).isEqualTo("BAD_CREDENTIALS");
        assertThat(signIn().token(email, NEW)).isNotEmpty();
        assertThat(eventsOf(idOf(email))).last().isEqualTo("auth.session-revoked.v1");
        assertThat(rowsOf("oauth2_authorization", email)).isOne();
    }

    @Test
    void answersAlikeForAnUnknownAddress() {
        var known = ask(somebody());
        var stranger = someEmail();
        var unknown = ask(stranger);

        assertThat(unknown.statusCode()).isEqualTo(known.statusCode()).isEqualTo(202);
        assertThat(unknown.body()).isEqualTo(known.body());
        assertThat(unknown.headers().map().keySet()).isEqualTo(known.headers().map().keySet());
        assertThat(mailsTo(stranger)).isEmpty();
    }

    @Test
    void usesALinkUp() {
        var link = linkFor(somebody());
        reset(link, NEW);

        var again = reset(link, "yet another password");

        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(codeOf(again)).isEqualTo("TOKEN_INVALID");
    }

    @Test
    void voidsEveryOtherLinkToo() {
        var email = somebody();
        var first = linkFor(email);
        ask(email);
        var second = tokenIn(awaitMails(email, 3).getLast());
        reset(second, NEW);

        assertThat(codeOf(reset(first, "yet another password"))).isEqualTo("TOKEN_INVALID");
    }

    @Test
    void refusesALinkThatIsHalfAnHourOld() {
        var link = linkFor(somebody());
        clock.advance(Duration.ofMinutes(30));

        assertThat(codeOf(reset(link, NEW))).isEqualTo("TOKEN_INVALID");
    }

    @Test
    void leavesTheLinkUsableAfterAnUnfitPassword() {
        var email = somebody();
        var link = linkFor(email);

        assertThat(codeOf(reset(link, "short"))).isEqualTo("PASSWORD_WEAK");
        assertThat(codeOf(reset(link, "Password123"))).isEqualTo("PASSWORD_LEAKED");
        assertThat(codeOf(reset(link, email.replace("@lectern.example", " it is"))))
                .isEqualTo("PASSWORD_WEAK");
        assertThat(reset(link, NEW).statusCode()).isEqualTo(204);
    }

    @Test
    void takesNoLinkThatWasMailedForAnotherPurpose() {
        var email = someEmail();
        register(email, PASSWORD);
        var confirmation = tokenMailedTo(email);

        assertThat(codeOf(reset(confirmation, NEW))).isEqualTo("TOKEN_INVALID");
        assertThat(verify(confirmation).statusCode()).isEqualTo(204);
        assertThat(codeOf(verify(linkFor(email)))).isEqualTo("TOKEN_INVALID");
    }

    private String linkFor(String email) {
        var before = mailsTo(email).size();
        ask(email);
        return tokenIn(awaitMails(email, before + 1).getLast());
    }

    private HttpResponse<String> ask(String email) {
        return client().json(
                        "POST", "/api/v1/auth/password-reset", "{\"email\": \"" + email + "\"}");
    }

    private HttpResponse<String> reset(String token, String password) {
        return client().json(
                        "POST",
                        "/api/v1/auth/password-reset/confirm",
                        "{\"token\": \"%s\", \"password\": \"%s\"}".formatted(token, password));
    }

    private long rowsOf(String table, String email) {
        return jdbc.sql("select count(*) from " + table + " where principal_name = :id")
                .param("id", idOf(email).toString())
                .query(Long.class)
                .single();
    }
}
