package dev.lectern.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.gateway.Client.Answer;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// Each rule leaves Redis running; the last one leaves it empty.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RedisOutageTest {

    private static final TestPlatform PLATFORM =
            TestPlatform.with("lectern.limits.rest=1s", "lectern.limits.factor=100");

    private final String bearer = "Bearer " + PLATFORM.auth().accessToken("user-1", "learner");
    private Client browser;

    @BeforeEach
    void signedIn() {
        browser = PLATFORM.client().signedIn();
    }

    @Test
    @Order(1)
    void keepsNobodyWaitingWhileItHangs() {
        PLATFORM.redis().hangs();
        try {
            assertOutage();
        } finally {
            PLATFORM.redis().answersAgain();
        }
        assertRecovery(200);
    }

    @Test
    @Order(2)
    void turnsAwayBrowsersOnlyWhileItIsGone() {
        PLATFORM.redis().dies();
        try {
            assertOutage();
        } finally {
            PLATFORM.redis().comesBackEmpty();
        }
    }

    @Test
    @Order(3)
    void asksBrowsersToSignInAgainAfterItWasEmptied() {
        PLATFORM.redis().dies();
        PLATFORM.redis().comesBackEmpty();

        assertRecovery(401);
        assertThat(browser.signsIn("/back").header("Location")).isEqualTo("/back");
        assertThat(browser.get("/api/v1/users/me").status()).isEqualTo(200);
    }

    @Test
    @Order(4)
    void doesNotKeepTheGatewayFromStarting() {
        PLATFORM.redis().dies();
        try {
            Client late = PLATFORM.startReplica("lectern.limits.factor=100");

            assertThat(late.get("/health").status()).isEqualTo(200);
            assertThat(late.get("/api/v1/users/me", "Authorization", bearer).status())
                    .isEqualTo(200);
        } finally {
            PLATFORM.redis().comesBackEmpty();
        }
    }

    /// Everybody is answered while it lasts: one that hangs says nothing until the rule has it
    /// answer again.
    private void assertOutage() {
        assertUnavailable(browser.get("/api/v1/users/me"));
        assertUnavailable(browser.get("/api/v1/catalog/search"));
        assertUnavailable(PLATFORM.client().get("/bff/login"));
        assertUnavailable(browser.get("/bff/callback?code=a&state=b"));

        Client script = PLATFORM.client();
        assertThat(script.get("/api/v1/users/me", "Authorization", bearer).status()).isEqualTo(200);
        assertThat(script.get("/api/v1/catalog/search").status()).isEqualTo(200);
        assertThat(script.get("/api/v1/users/me").status()).isEqualTo(401);
        assertThat(script.get("/login").status()).isEqualTo(200);
        assertThat(script.get("/health").status()).isEqualTo(200);
        assertThat(script.get("/actuator/health/readiness").status()).isEqualTo(200);
    }

    private void assertRecovery(int status) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> browser.get("/api/v1/users/me").status() == status);
    }

    private static void assertUnavailable(Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("UNAVAILABLE");
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Trace-Id")).isNotEmpty();
        assertThat(answer.header("Location")).isEmpty();
    }
}
