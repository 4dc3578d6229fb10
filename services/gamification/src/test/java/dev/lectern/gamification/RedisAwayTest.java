package dev.lectern.gamification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.gamification.application.Earning;
import dev.lectern.gamification.domain.Act;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/// Nobody listens where Redis should be.
@TestPropertySource(properties = "spring.data.redis.timeout=200ms")
class RedisAwayTest extends GamificationServiceTest {

    @Autowired Earning earning;
    @Autowired Clock clock;

    @DynamicPropertySource
    static void noRedis(DynamicPropertyRegistry registry) {
        registry.add("spring.data.redis.host", () -> "localhost");
        registry.add("spring.data.redis.port", () -> "1");
    }

    @Test
    void isAnsweredFromPostgres() {
        for (var i = 0; i < 3; i++) {
            earning.lessonCompleted(
                    new Act(
                            UUID.randomUUID(),
                            learner,
                            course,
                            enrolled.id(),
                            UUID.randomUUID(),
                            clock.instant()));
        }

        for (var period : new String[] {"ALL", "WEEK"}) {
            var board = board("all?period=" + period, learner);

            assertThat(board.at("/me/points").asLong()).isEqualTo(30);
            assertThat(board.at("/me/rank").asLong()).isEqualTo(1);
            assertThat(board.at("/items/0/me").asBoolean()).isTrue();
        }
        assertThat(as(learner).get("/actuator/health/readiness").status()).isEqualTo(200);
    }
}
