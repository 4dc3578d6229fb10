package dev.lectern.common.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.problem.Refusal;
import dev.lectern.sample.SampleApplication;
import dev.lectern.testing.ServiceTest;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest(classes = SampleApplication.class)
class IdempotencyTest {

    @Autowired Idempotency idempotency;

    private final AtomicInteger effects = new AtomicInteger();
    private final UUID caller = UUID.randomUUID();

    @Test
    void givesARepeatedRequestTheFirstResultWithoutASecondEffect() {
        var first = idempotency.once(intent("k", 1), this::effect);
        var second = idempotency.once(intent("k", 1), this::effect);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(first.replayed()).isFalse();
        assertThat(second.replayed()).isTrue();
        assertThat(effects).hasValue(1);
    }

    @Test
    void tellsCallersAndOperationsApart() {
        idempotency.once(intent("k", 1), this::effect);
        idempotency.once(new IdempotencyKey("k").of(caller, "other", Map.of("n", 1)), this::effect);
        idempotency.once(
                new IdempotencyKey("k").of(UUID.randomUUID(), "operation", Map.of("n", 1)),
                this::effect);

        assertThat(effects).hasValue(3);
    }

    @Test
    void refusesAnotherRequestUnderTheSameKey() {
        idempotency.once(intent("k", 1), this::effect);

        assertThatThrownBy(() -> idempotency.once(intent("k", 2), this::effect))
                .hasFieldOrPropertyWithValue("code", "IDEMPOTENCY_KEY_REUSED");
        assertThat(effects).hasValue(1);
    }

    @Test
    void leavesTheKeyUnusedWhenTheRequestIsRefused() {
        assertThatThrownBy(() ->
                        idempotency.once(
                                intent("k", 1),
                                () -> {
                                    throw GenericRefusal.forbidden();
                                }))
                .isInstanceOf(Refusal.class);

        assertThat(idempotency.once(intent("k", 2), this::effect).replayed()).isFalse();
    }

    @Test
    void sendsATwinAwayThatWouldWaitTooLongForTheFirst() throws Exception {
        var started = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first =
                    threads.submit(() ->
                            idempotency.once(
                                    intent("slow", 1),
                                    () -> {
                                        started.countDown();
                                        awaitUninterrupted(finish);
                                        return effect();
                                    }));
            started.await();

            try {
                assertThatThrownBy(() -> idempotency.once(intent("slow", 1), this::effect))
                        .hasFieldOrPropertyWithValue("code", "REQUEST_IN_PROGRESS");
            } finally {
                finish.countDown();
            }
            first.get();
        }
        assertThat(idempotency.once(intent("slow", 1), this::effect).replayed()).isTrue();
        assertThat(effects).hasValue(1);
    }

    private IdempotencyKey.Intent intent(String key, int body) {
        return new IdempotencyKey(key).of(caller, "operation", Map.of("n", body));
    }

    private UUID effect() {
        effects.incrementAndGet();
        return UUID.randomUUID();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
