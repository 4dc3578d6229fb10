package dev.lectern.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class LockOutTest extends RunningAuth {

    @Test
    void refusesTheRightPasswordAfterFiveWrongOnesWithTheSameAnswer() {
        var email = somebody();
        for (var i = 0; i < 5; i++) {
            assertThat(signIn().begin().answerTo(email, "wrong " + i).statusCode()).isEqualTo(401);
        }

        var locked = signIn().begin().answerTo(email, PASSWORD);

        assertThat(locked.statusCode()).isEqualTo(401);
        assertThat(codeOf(locked)).isEqualTo("BAD_CREDENTIALS");
        clock.advance(Duration.ofSeconds(30));
        assertThat(signIn().token(email, PASSWORD)).isNotEmpty();
    }

    @Test
    void countsGuessesThatComeAllAtOnce() throws Exception {
        var email = somebody();
        try (var attackers = Executors.newFixedThreadPool(8)) {
            var guesses = new ArrayList<Callable<Integer>>();
            for (var i = 0; i < 16; i++) {
                var guess = "guess number " + i;
                guesses.add(() -> signIn().begin().answerTo(email, guess).statusCode());
            }
            attackers.invokeAll(guesses);
        }

        var failures =
                jdbc.sql("select failed_sign_ins from account where email = :email")
                        .param("email", email)
                        .query(Integer.class)
                        .single();

        assertThat(failures).isEqualTo(5);
        assertThat(codeOf(signIn().begin().answerTo(email, PASSWORD))).isEqualTo("BAD_CREDENTIALS");
    }

    @Test
    void letsTheOwnerInAgainAfterAReset() {
        var email = somebody();
        for (var i = 0; i < 5; i++) {
            signIn().begin().answerTo(email, "wrong " + i);
        }
        client().json("POST", "/api/v1/auth/password-reset", "{\"email\": \"" + email + "\"}");
        var token = tokenIn(awaitMails(email, 2).getLast());
        client().json(
                        "POST",
                        "/api/v1/auth/password-reset/confirm",
                        "{\"token\": \"%s\", \"password\": \"four green teapots\"}"
                                .formatted(token));

        assertThat(signIn().token(email, "four green teapots")).isNotEmpty();
    }
}
