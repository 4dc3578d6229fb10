package dev.lectern.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.client.Client;
import dev.lectern.testing.Part;
import dev.lectern.testing.ServiceTest;
import dev.lectern.testing.identity.TestIdentity;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// From what is sent to the lake and to the figures, by itself; and back from the lake when the
/// operator asks for it.
@ServiceTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        infrastructure = {Part.POSTGRES, Part.BROKER, Part.OBJECTS},
        properties = "db-scheduler.polling-interval=200ms")
class PipelineTest {

    private static final String REBUILD = "/actuator/rebuild";

    @LocalServerPort private int port;
    @Autowired private RabbitTemplate broker;
    @Autowired private JdbcClient database;

    @Test
    void whatIsSentIsInTheLakeAndInTheFiguresWithinTenSeconds() {
        var room = new Classroom(port, broker, database).opened();

        assertThat(room.send(room.learner, List.of(room.viewed())).status()).isEqualTo(202);

        assertThat(room.learnersAt("VIEWED")).isEqualTo(1);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(inLake(room)).isEqualTo(1));
    }

    @Test
    void theOperatorRebuildsAndIsToldHowItWent() {
        var room = new Classroom(port, broker, database).opened();
        room.studied();
        room.send(room.author, List.of(room.viewed()));
        var live = room.figures();
        var operator = new Client(port).as(TestIdentity.tokenOf(UUID.randomUUID(), "service"));

        assertThat(operator.post(REBUILD, "").status()).isEqualTo(200);

        await().atMost(Classroom.PATIENCE)
                .untilAsserted(() -> {
                    var runs = operator.get(REBUILD).json();
                    assertThat(runs).isNotEmpty();
                    var last = runs.get(0);
                    assertThat(last.get("finishedAt").isNull()).isFalse();
                    assertThat(last.get("differences").asInt()).isZero();
                });
        assertThat(room.figures()).isEqualTo(live);
    }

    @ParameterizedTest
    @ValueSource(strings = {"learner", "instructor", "moderator", "support", "admin"})
    void noUserOfThePlatformRebuilds(String role) {
        var user = new Client(port).as(TestIdentity.tokenOf(UUID.randomUUID(), role));

        assertThat(user.post(REBUILD, "").status()).isEqualTo(403);
        assertThat(user.get(REBUILD).status()).isEqualTo(403);
        assertThat(new Client(port).get(REBUILD).status()).isEqualTo(401);
    }

    private int inLake(Classroom room) {
        return database.sql(
                        """
                        select count(*) from event_log l
                        join lake_entry e using (position) join lake_object o using (key)
                        where o.written_at is not null and l.data like :course
                          and l.type = 'activity.course-viewed.v1'
                        """)
                .param("course", "%" + room.course + "%")
                .query(Integer.class)
                .single();
    }
}
