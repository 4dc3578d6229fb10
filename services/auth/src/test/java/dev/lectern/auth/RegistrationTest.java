package dev.lectern.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.testing.AtOnce;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RegistrationTest extends RunningAuth {

    @Test
    void mailsALinkAndOpensALearnersAccount() {
        var email = someEmail();

        var answer = register(email, PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("{\"status\":\"VERIFICATION_SENT\"}");
        var mail = awaitMails(email, 1).getFirst();
        assertThat(mail.subject()).isEqualTo("Confirm your e-mail address");
        assertThat(mail.text()).contains(ORIGIN + "/confirm-email?token=");
        assertThat(mail.html()).contains(ORIGIN + "/confirm-email?token=", "<html lang=\"en\"");
        assertThat(eventsOf(idOf(email))).containsExactly("auth.user-registered.v1");
    }

    @Test
    void countsEveryNewAccountOnce(@Autowired MeterRegistry meters) {
        var registrations = meters.get("lectern.registrations").counter();
        var before = registrations.count();
        var email = someEmail();

        register(email, PASSWORD);
        register(email, PASSWORD);

        assertThat(registrations.count()).isEqualTo(before + 1);
    }

    @Test
    void answersTheSameForAKnownAddressWhoseOwnerGetsAnotherMail() {
        var email = somebody();

        var answer = register(email.toUpperCase(java.util.Locale.ROOT), "another good password");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("{\"status\":\"VERIFICATION_SENT\"}");
        var mail = awaitMails(email, 2).getLast();
        assertThat(mail.subject()).isEqualTo("You have an account already");
        assertThat(mail.links()).containsExactly(ORIGIN + "/reset");
        assertThat(signIn().token(email, PASSWORD)).isNotEmpty();
    }

    @Test
    void givesTheSecondPersonOfAnUnprovenAddressAChoiceOfPassword() {
        var email = someEmail();
        register(email, "password of a stranger");
        awaitMails(email, 1);

        register(email, PASSWORD);

        var mail = awaitMails(email, 2).getLast();
        assertThat(mail.subject()).isEqualTo("Finish your registration");
        var token = tokenIn(mail);
        var reset =
                client().json(
                                "POST",
                                "/api/v1/auth/password-reset/confirm",
                                "{\"token\": \"%s\", \"password\": \"%s\"}"
                                        .formatted(token, PASSWORD));
        assertThat(reset.statusCode()).isEqualTo(204);
        assertThat(signIn().token(email, PASSWORD)).isNotEmpty();
        assertThat(signIn().begin().answerTo(email, "password of a stranger").statusCode())
                .isEqualTo(401);
    }

    @Test
    void opensOneAccountWhenSeveralRegisterTheSameAddressAtOnce() throws Exception {
        var email = someEmail();

        var answers = AtOnce.run(4, () -> register(email, PASSWORD));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201);
        assertThat(eventsOf(idOf(email))).containsExactly("auth.user-registered.v1");
    }

    @Test
    void repeatsItsAnswerForTheSameKeyAndBody() {
        var email = someEmail();
        var key = UUID.randomUUID().toString();
        register(email, PASSWORD, key);

        var again = register(email, PASSWORD, key);

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
    }

    @Test
    void keepsNoFingerprintAPasswordCouldBeGuessedFrom() {
        var email = someEmail();
        var key = UUID.randomUUID().toString();
        register(email, PASSWORD, key);

        var other = register(email, PASSWORD + "!", key);

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(codeOf(other)).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void needsAKey() {
        var answer = client().json("POST", "/api/v1/auth/register", "{}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(codeOf(answer)).isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
    }

    @Test
    void refusesWeakAndLeakedPasswords() {
        assertThat(codeOf(register(someEmail(), "short"))).isEqualTo("PASSWORD_WEAK");
        assertThat(codeOf(register(someEmail(), "Password123"))).isEqualTo("PASSWORD_LEAKED");
    }

    @Test
    void needsTheCurrentDocumentsAccepted() {
        var answer =
                client().json(
                                "POST",
                                "/api/v1/auth/register",
                                """
                                {"email": "%s", "password": "%s", "displayName": "Leo", "locale": "en",
                                 "timeZone": "UTC", "consents": [{"document": "TERMS", "version": "0"}]}
                                """
                                        .formatted(someEmail(), PASSWORD),
                                "Idempotency-Key",
                                "consents");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(codeOf(answer)).isEqualTo("CONSENT_REQUIRED");
        assertThat(answer.body()).contains("TERMS in version 1", "PRIVACY in version 1");
    }

    @Test
    void refusesAnAddressThatSmugglesAHeader() {
        var answer = register("leo@lectern.example\\r\\nBcc: all@lectern.example", PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Nested
    class Confirming {

        @Test
        void opensTheDoorThatWasClosedBefore() {
            var email = someEmail();
            register(email, PASSWORD);
            var before = signIn().begin().answerTo(email, PASSWORD);
            var wrong = signIn().begin().answerTo(email, "wrong");

            assertThat(before.statusCode()).isEqualTo(403);
            assertThat(codeOf(before)).isEqualTo("EMAIL_UNVERIFIED");
            assertThat(codeOf(wrong)).isEqualTo("BAD_CREDENTIALS");
            assertThat(verify(tokenMailedTo(email)).statusCode()).isEqualTo(204);
            assertThat(signIn().token(email, PASSWORD)).isNotEmpty();
            assertThat(eventsOf(idOf(email)))
                    .containsExactly("auth.user-registered.v1", "auth.email-verified.v1");
        }

        @Test
        void usesALinkUp() {
            var email = someEmail();
            register(email, PASSWORD);
            var token = tokenMailedTo(email);
            verify(token);

            var again = verify(token);

            assertThat(again.statusCode()).isEqualTo(422);
            assertThat(codeOf(again)).isEqualTo("TOKEN_INVALID");
        }

        @Test
        void usesNothingUpByOpeningThePage() {
            var email = someEmail();
            register(email, PASSWORD);
            var token = tokenMailedTo(email);

            assertThat(client().get("/confirm-email?token=" + token).statusCode()).isEqualTo(200);
            assertThat(verify(token).statusCode()).isEqualTo(204);
        }

        @Test
        void refusesALinkThatIsADayOld() {
            var email = someEmail();
            register(email, PASSWORD);
            var token = tokenMailedTo(email);
            clock.advance(Duration.ofHours(24));

            assertThat(codeOf(verify(token))).isEqualTo("TOKEN_INVALID");
        }

        @Test
        void refusesATokenNobodyMailed() {
            assertThat(codeOf(verify("made-up"))).isEqualTo("TOKEN_INVALID");
        }

        @Test
        void keepsOnlyAHashOfTheSecret() {
            var email = someEmail();
            register(email, PASSWORD);
            var token = tokenMailedTo(email);

            var rows =
                    jdbc.sql("select secret_link::text from secret_link")
                            .query(String.class)
                            .list();

            assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(token));
        }
    }

    @Nested
    class AskingForTheLinkAgain {

        @Test
        void isAnsweredAlikeForEverybody() {
            var email = someEmail();
            register(email, PASSWORD);
            awaitMails(email, 1);

            var known = resend(email);
            var unknown = resend(someEmail());

            assertThat(known).isEqualTo(unknown).isEqualTo(202);
            assertThat(verify(tokenIn(awaitMails(email, 2).getLast())).statusCode()).isEqualTo(204);
        }

        @Test
        void floodsNoMailbox() {
            var email = someEmail();
            register(email, PASSWORD);
            for (var i = 0; i < 10; i++) {
                resend(email);
            }

            awaitMails(email, 5);
            Awaitility.await()
                    .untilAsserted(() ->
                            assertThat(
                                            jdbc.sql(
                                                            "select count(*) from"
                                                                    + " scheduled_tasks where"
                                                                    + " task_name ="
                                                                    + " 'write-letter'")
                                                    .query(Long.class)
                                                    .single())
                                    .isZero());
            assertThat(mailsTo(email)).hasSize(5);
        }

        private int resend(String email) {
            return client().json(
                            "POST", "/api/v1/auth/verify/resend", "{\"email\": \"" + email + "\"}")
                    .statusCode();
        }
    }
}
