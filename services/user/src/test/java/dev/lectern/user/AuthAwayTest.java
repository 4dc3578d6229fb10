package dev.lectern.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.testing.ServiceTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Nothing listens where the keys should be: port 1 is reserved.
@ServiceTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "lectern.identity.jwks-uri=http://localhost:1/oauth2/jwks")
class AuthAwayTest {

    @LocalServerPort int port;

    @Test
    void asksToComeBackWhileNobodyCanTellWhetherTheTokenIsGood() {
        var learner = new Callers(port).person(UUID.randomUUID(), "learner");

        for (var attempt = 0; attempt < 5; attempt++) {
            var answer = learner.get("/api/v1/users/me");

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("UNAVAILABLE");
            assertThat(answer.header("Retry-After")).isEqualTo("5");
        }
    }
}
