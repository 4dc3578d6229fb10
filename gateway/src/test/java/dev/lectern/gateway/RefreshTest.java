package dev.lectern.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.gateway.Client.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Tokens count as expired a minute ahead, so one that lives half a minute is refreshed at once.
class RefreshTest {

    private static final TestPlatform PLATFORM = TestPlatform.shared();
    private static final StubAuth AUTH = PLATFORM.auth();
    private static final Duration NEARLY_OVER = Duration.ofSeconds(30);

    private final Client browser = PLATFORM.client();

    @BeforeEach
    void signedInWithATokenThatIsNearlyOver() {
        AUTH.signsIn("learner-1", "learner");
        AUTH.issuesTokensFor(NEARLY_OVER);
        browser.signedIn();
        AUTH.issuesTokensFor(Duration.ofMinutes(10));
    }

    @AfterEach
    void healthyAuth() {
        AUTH.takesItsTime(Duration.ZERO);
        AUTH.issuesTokensFor(Duration.ofMinutes(10));
    }

    @Test
    void happensOnceForTenParallelCalls() {
        AUTH.takesItsTime(Duration.ofMillis(300));
        String cookie = browser.cookies().get("lectern");
        int before = AUTH.refreshes();

        List<Answer> answers = inParallel(10, browser);

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(AUTH.refreshes() - before).isEqualTo(1);
        assertThat(browser.cookies()).containsEntry("lectern", cookie);
        assertThat(browser.get("/api/v1/users/me").status()).isEqualTo(200);
        assertThat(AUTH.refreshes() - before).as("the new token is kept").isEqualTo(1);
    }

    @Test
    void happensOnceAGatewayWhereThereAreTwo() {
        Client replica =
                PLATFORM.startReplica("lectern.limits.factor=10000").sameCookiesAs(browser);
        AUTH.takesItsTime(Duration.ofMillis(300));
        int before = AUTH.refreshes();

        List<CompletableFuture<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            calls.add(browser.getLater("/api/v1/users/me"));
            calls.add(replica.getLater("/api/v1/users/me"));
        }
        List<Answer> answers = calls.stream().map(CompletableFuture::join).toList();

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(AUTH.refreshes() - before).isLessThanOrEqualTo(2);
        assertThat(browser.get("/api/v1/users/me").status()).isEqualTo(200);
        assertThat(replica.get("/api/v1/users/me").status()).isEqualTo(200);
    }

    @Test
    void handsTheNewTokenToServices() {
        browser.get("/api/v1/users/me");
        browser.get("/api/v1/users/me");

        Set<String> tokens =
                PLATFORM.service("user").received().reversed().stream()
                        .limit(2)
                        .flatMap(request -> request.header("Authorization").stream())
                        .collect(Collectors.toSet());
        assertThat(tokens).hasSize(1);
    }

    @Test
    void bringsNewRoles() {
        assertThat(browser.get("/bff/session").body()).contains("learner");
        AUTH.issuesTokensFor(NEARLY_OVER);
        Client other = PLATFORM.client().signedIn();
        AUTH.grantsRoles("learner", "instructor");

        assertThat(other.get("/bff/session").body()).contains("instructor");
    }

    @Test
    void endsTheSessionThatAuthNoLongerKnows() {
        AUTH.revokesEverything();

        List<Answer> answers = inParallel(5, browser);

        assertThat(answers).extracting(Answer::status).containsOnly(401);
        assertThat(answers).extracting(Answer::code).containsOnly("UNAUTHENTICATED");
        assertThat(browser.cookies()).doesNotContainKey("lectern");
    }

    @Test
    void isNotNeededWhileTheOldTokenLivesAndAuthIsAway() {
        AUTH.goesAway();
        try {
            Answer answer = browser.get("/api/v1/users/me");

            assertThat(answer.status()).isEqualTo(200);
        } finally {
            AUTH.comesBack();
        }
        assertThat(browser.get("/api/v1/users/me").status()).isEqualTo(200);
    }

    @Test
    void failsAsUnavailableWhenAuthIsAwayAndTheTokenIsOver() {
        AUTH.issuesTokensFor(Duration.ofSeconds(1));
        Client late = PLATFORM.client().signedIn();
        AUTH.issuesTokensFor(Duration.ofMinutes(10));
        AUTH.goesAway();
        try {
            Answer answer =
                    Awaitility.await()
                            .until(() -> late.get("/api/v1/users/me"), it -> it.status() != 200);

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("UNAVAILABLE");
            assertThat(answer.header("Retry-After")).isNotEmpty();
        } finally {
            AUTH.comesBack();
        }
        assertThat(late.get("/api/v1/users/me").status())
                .as("the session has survived")
                .isEqualTo(200);
    }

    private static List<Answer> inParallel(int calls, Client client) {
        return IntStream.range(0, calls)
                .mapToObj(_ -> client.getLater("/api/v1/users/me"))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }
}
