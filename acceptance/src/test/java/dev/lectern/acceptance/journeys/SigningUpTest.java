package dev.lectern.acceptance.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.acceptance.people.Cast;
import dev.lectern.acceptance.people.Mailbox;
import dev.lectern.acceptance.platform.OnPlatform;
import dev.lectern.acceptance.platform.Operator;
import dev.lectern.acceptance.platform.Platform;
import dev.lectern.client.SignIn;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// A stranger becomes somebody with an account.
@OnPlatform
class SigningUpTest {

    @Test
    void endsInAnAccountWithTheRoleOfALearner(Cast cast) {
        var leo = cast.learner("Leo Łukasz");

        var me = leo.api().get("/api/v1/users/me");

        assertThat(me.status()).isEqualTo(200);
        assertThat(me.text("displayName")).isEqualTo("Leo Łukasz");
        assertThat(me.text("email")).isEqualTo(leo.email());
        assertThat(me.json().path("roles").valueStream().map(role -> role.asString()))
                .containsExactly("learner");
    }

    @Test
    void answersAlikeWhetherTheAddressIsKnownOrNot(Platform platform, Cast cast) {
        var leo = cast.learner("Leo");

        var again = cast.register("Somebody else", leo.email());

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("status")).isEqualTo("VERIFICATION_SENT");
        assertThat(leo.api().get("/api/v1/users/me").text("displayName")).isEqualTo("Leo");
    }

    @Test
    void doesNotLetAnybodyInBeforeTheAddressIsConfirmed(Platform platform, Cast cast) {
        var email = Cast.addressOf("Mia");
        cast.register("Mia", email);
        var attempt = SignIn.at(platform.frontDoor()).begin();

        var refused = attempt.answerTo(email, Cast.PASSWORD);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("EMAIL_UNVERIFIED");
    }

    @Test
    void saysNothingOfTheAddressToWhoeverHasAWrongPassword(Platform platform, Cast cast) {
        var email = Cast.addressOf("Mia");
        cast.register("Mia", email);

        var known = SignIn.at(platform.frontDoor()).begin().answerTo(email, "not her password");
        var unknown =
                SignIn.at(platform.frontDoor())
                        .begin()
                        .answerTo(Cast.addressOf("Nobody"), "not her password");

        assertThat(known.statusCode()).isEqualTo(401);
        assertThat(known.body()).contains("BAD_CREDENTIALS");
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.body()).contains("BAD_CREDENTIALS");
    }

    @Test
    void takesALinkOnce(Platform platform, Cast cast) {
        var email = Cast.addressOf("Leo");
        cast.register("Leo", email);
        var body =
                "{\"token\": \"%s\"}"
                        .formatted(
                                new Mailbox(platform.control(), email).tokenFor("/confirm-email"));

        var first = cast.anonymous().post("/api/v1/auth/verify", body);
        var second = cast.anonymous().post("/api/v1/auth/verify", body);

        assertThat(first.status()).isEqualTo(204);
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.code()).isEqualTo("TOKEN_INVALID");
    }

    @Test
    void sendsTheLinkAgainAndAnswersAlikeForAStranger(Platform platform, Cast cast) {
        var email = Cast.addressOf("Leo");
        cast.register("Leo", email);
        var mailbox = new Mailbox(platform.control(), email);
        var first = mailbox.tokenFor("/confirm-email");

        var resent = resend(cast, email);
        var unknown = resend(cast, Cast.addressOf("Nobody"));

        assertThat(resent).isEqualTo(202);
        assertThat(unknown).isEqualTo(202);
        assertThat(mailbox.tokenAfter(first, "/confirm-email")).isNotEqualTo(first);
    }

    @Test
    void keepsThePasswordOutOfFurtherTokens(Cast cast) {
        var leo = cast.learner("Leo");

        var before = leo.token();
        var after = leo.again().token();

        assertThat(after).isNotEqualTo(before);
        assertThat(leo.api().get("/api/v1/users/me").status()).isEqualTo(200);
    }

    @Test
    void goesOnWithASecondFactor(Platform platform, Cast cast) {
        var ines = cast.learner("Ines").withAuthenticator();

        var wrong =
                SignIn.at(platform.frontDoor())
                        .begin()
                        .password(ines.email(), Cast.PASSWORD)
                        .answerTo("000000");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).contains("CODE_INVALID");
        assertThat(
                        SignIn.at(platform.frontDoor())
                                .token(ines.email(), Cast.PASSWORD, ines.authenticator()))
                .isNotBlank();
        await("the profile knows it")
                .atMost(Duration.ofSeconds(10))
                .until(() ->
                        ines.api().get("/api/v1/users/me").json().path("mfaEnabled").asBoolean());
    }

    @Test
    void leavesStaffWithoutASecondFactorNothingToStepUpWith(Platform platform, Cast cast) {
        var email = Cast.addressOf("Ada");
        new Operator(platform).appoint("admin", email, Cast.PASSWORD);

        var answer =
                cast.signedIn("Ada", email)
                        .api()
                        .post(
                                "/api/v1/auth/step-up",
                                "{\"password\": \"%s\"}".formatted(Cast.PASSWORD));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("MFA_REQUIRED");
    }

    private static int resend(Cast cast, String email) {
        return cast.anonymous()
                .post("/api/v1/auth/verify/resend", "{\"email\": \"" + email + "\"}")
                .status();
    }
}
