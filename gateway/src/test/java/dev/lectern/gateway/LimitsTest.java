package dev.lectern.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.gateway.Client.Answer;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {

    // A window this long gives nothing back while a test runs.
    private static final TestPlatform PLATFORM =
            TestPlatform.with(
                    "lectern.limits.window=1h",
                    "lectern.limits.caller=5",
                    "lectern.limits.anonymous=4",
                    "lectern.limits.sign-in=2",
                    "lectern.limits.factor=2",
                    "lectern.trusted-proxies=127.0.0.0/8");

    private final Client client = PLATFORM.client();
    private final String address = "2001:db8:" + randomGroup() + ":" + randomGroup() + "::1";

    @Test
    void countACallerWhereverItComesFrom() {
        String bearer = "Bearer " + PLATFORM.auth().accessToken("caller-" + address, "learner");

        Answer last = null;
        for (int i = 1; i <= 10; i++) {
            last = read(bearer, "198.51.100." + i);
            assertThat(last.status()).isEqualTo(200);
        }
        Answer refused = read(bearer, "198.51.100.11");

        assertThat(last.header("RateLimit-Policy")).isEqualTo("\"caller\";q=10;w=3600");
        assertThat(last.header("RateLimit")).startsWith("\"caller\";r=0;t=");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(refused.json().path("retryable").asBoolean()).isTrue();
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 360);
        assertThat(refused.header("RateLimit")).startsWith("\"caller\";r=0;");
        String another = "Bearer " + PLATFORM.auth().accessToken("other-" + address, "learner");
        assertThat(read(another, "198.51.100.1").status()).isEqualTo(200);
    }

    @Test
    void countAnybodyElseByAddress() {
        assertThat(admitted(8, this::search)).isEqualTo(8);

        Answer refused = search();

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("RateLimit-Policy")).startsWith("\"anonymous\";q=8;");
    }

    @Test
    void countAWholeNetworkOfAddressesAsOne() {
        assertThat(admitted(8, this::search)).isEqualTo(8);

        Answer neighbor =
                client.get(
                        "/api/v1/catalog/search",
                        "X-Forwarded-For",
                        address.replace("::1", ":1:2:3:4"));

        assertThat(neighbor.status()).isEqualTo(429);
    }

    @Test
    void countAttemptsToGetInMoreStrictly() {
        assertThat(admitted(4, this::login)).isEqualTo(4);

        assertThat(login().status()).isEqualTo(429);
        assertThat(register().status()).isEqualTo(429);
        assertThat(client.get("/login", "X-Forwarded-For", address).status()).isEqualTo(200);
    }

    @Test
    void countGuessedTokens() {
        assertThat(
                        IntStream.range(0, 8)
                                .mapToObj(_ -> read("Bearer guess", address))
                                .map(Answer::status))
                .containsOnly(401);

        assertThat(read("Bearer guess", address).status()).isEqualTo(429);
    }

    @Test
    void countStartedSignIns() {
        assertThat(
                        IntStream.range(0, 8)
                                .mapToObj(_ -> client.get("/bff/login", "X-Forwarded-For", address))
                                .map(Answer::status))
                .containsOnly(302);

        assertThat(client.get("/bff/login", "X-Forwarded-For", address).status()).isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/register",
                "/reset",
                "/api/v1/auth/register",
                "/api/v1/auth/verify",
                "/api/v1/auth/password-reset"
            })
    void holdHoweverThePathOfAnAttemptIsSpelled(String path) {
        assertThat(admitted(4, this::login)).isEqualTo(4);
        PLATFORM.auth().forget();

        for (String spelling : Spellings.of(path)) {
            assertThat(answerTo("POST", spelling))
                    .as(spelling)
                    .matches("(?s)HTTP/1.1 4(00|01|04|29).*");
        }
        assertThat(PLATFORM.auth().received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bff/login", "/bff/callback", "/bff/session"})
    void holdHoweverThePathOfASignInIsSpelled(String path) {
        assertThat(admitted(8, this::search)).isEqualTo(8);

        for (String spelling : Spellings.of(path)) {
            assertThat(answerTo("GET", spelling))
                    .as(spelling)
                    .matches("(?s)HTTP/1.1 4(00|04|29).*");
        }
    }

    @Test
    void leaveTheGatewaysOwnPagesFree() {
        assertThat(
                        IntStream.range(0, 20)
                                .mapToObj(_ -> client.get("/health", "X-Forwarded-For", address))
                                .map(Answer::status))
                .containsOnly(200);
    }

    @Test
    void areSharedByAllGatewaysAndChangeAtOnce() {
        assertThat(admitted(8, this::search)).isEqualTo(8);
        Client same =
                PLATFORM.startReplica(
                        "lectern.limits.window=1h",
                        "lectern.limits.anonymous=4",
                        "lectern.limits.factor=2",
                        "lectern.limits.rest=100ms",
                        "lectern.trusted-proxies=127.0.0.0/8");
        Client generous =
                PLATFORM.startReplica(
                        "lectern.limits.window=1h",
                        "lectern.limits.anonymous=400",
                        "lectern.trusted-proxies=127.0.0.0/8");

        // A gateway that has just come up may have to count by itself for a moment.
        Awaitility.await()
                .until(
                        () -> same.get("/api/v1/catalog/search", "X-Forwarded-For", address),
                        answer -> answer.status() == 429);
        Answer changed = generous.get("/api/v1/catalog/search", "X-Forwarded-For", address);

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("RateLimit")).startsWith("\"anonymous\";r=399;");
    }

    private String answerTo(String method, String path) {
        return client.raw(
                """
                %s %s HTTP/1.1
                Host: localhost
                Connection: close
                X-Forwarded-For: %s
                Content-Length: 0
                """
                        .formatted(method, path, address),
                "");
    }

    private Answer search() {
        return client.get("/api/v1/catalog/search", "X-Forwarded-For", address);
    }

    private Answer login() {
        return client.post("/login", "{}", "X-Forwarded-For", address);
    }

    private Answer register() {
        return client.post("/api/v1/auth/register", "{}", "X-Forwarded-For", address);
    }

    private Answer read(String bearer, String from) {
        return client.get("/api/v1/users/me", "Authorization", bearer, "X-Forwarded-For", from);
    }

    private static long admitted(int calls, Supplier<Answer> call) {
        return IntStream.range(0, calls)
                .mapToObj(_ -> call.get())
                .filter(answer -> answer.status() == 200)
                .count();
    }

    private static String randomGroup() {
        return UUID.randomUUID().toString().substring(0, 4);
    }
}
