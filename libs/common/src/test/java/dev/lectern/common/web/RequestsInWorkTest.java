package dev.lectern.common.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.sample.SampleApplication;
import dev.lectern.sample.Turnstile;
import dev.lectern.testing.ServiceTest;
import dev.lectern.testing.identity.TestIdentity;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@ServiceTest(classes = SampleApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class RequestsInWorkTest {

    private static final String TURNSTILE = "/api/v1/turnstile";

    @LocalServerPort int port;
    @Autowired Turnstile turnstile;

    @Value("${lectern.web.requests-in-work}")
    int most;

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void letEverybodyGo() {
        turnstile.open();
        turnstile.streams().forEach(SseEmitter::complete);
        callers.close();
    }

    @Test
    void oneTooManyIsRefusedAtOnceAndNobodyElse() {
        turnstile.close();
        var working = new ArrayList<CompletableFuture<Answer>>();
        for (var i = 0; i < most; i++) {
            working.add(CompletableFuture.supplyAsync(this::pass, callers));
        }
        await().until(() -> turnstile.held() == most);

        var refused = pass();

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("UNAVAILABLE");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.json().path("retryable").asBoolean()).isTrue();
        assertThat(new Client(port).get("/actuator/health").status()).isEqualTo(200);
        turnstile.open();
        assertThat(working).allMatch(answer -> answer.join().status() == 200);
        assertThat(pass().status()).isEqualTo(200);
    }

    @Test
    void aStreamThatStaysOpenTakesNoPlace() {
        for (var i = 0; i < most; i++) {
            callers.execute(() -> client().get(TURNSTILE + "/stream"));
        }
        await().until(() -> turnstile.streams().size() == most);

        assertThat(pass().status()).isEqualTo(200);
    }

    private Answer pass() {
        return client().get(TURNSTILE);
    }

    private Client client() {
        return new Client(port).as(TestIdentity.tokenOf(UUID.randomUUID(), "learner"));
    }
}
