package dev.lectern.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.testing.Part;
import dev.lectern.testing.ServiceTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What goes on while the object store does not answer. Nothing listens on its port.
@ServiceTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        infrastructure = {Part.POSTGRES, Part.BROKER},
        properties = {
            "db-scheduler.polling-interval=200ms",
            "lectern.analytics.lake-every=200ms",
            "lectern.objects.endpoint=http://127.0.0.1:1",
            "lectern.objects.access-key=nobody",
            "lectern.objects.secret-key=nothing"
        })
class StoreAwayTest {

    @LocalServerPort private int port;
    @Autowired private RabbitTemplate broker;
    @Autowired private JdbcClient database;
    @Autowired private MeterRegistry meters;

    @Test
    void everythingIsLoggedAndCountedAndWaitsForTheLake() {
        var room = new Classroom(port, broker, database).opened();
        room.studied();
        await().atMost(Classroom.PATIENCE)
                .untilAsserted(() -> assertThat(failures()).isGreaterThan(1));

        assertThat(room.send(room.learner, List.of(room.viewed())).status()).isEqualTo(202);
        assertThat(room.learnersAt("VIEWED")).isEqualTo(1);
        assertThat(room.table("revenue").json().get("gross").asLong()).isEqualTo(4900);
        assertThat(
                        database.sql(
                                        """
                                        select count(*) from event_log l
                                        where not exists (select 1 from lake_waiting w
                                                          where w.position = l.position)
                                          and not exists (select 1 from lake_entry e
                                                          where e.position = l.position)
                                        """)
                                .query(Integer.class)
                                .single())
                .isZero();
        assertThat(
                        database.sql("select count(*) from lake_object where written_at is null")
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
        assertThat(meters.get("lectern.analytics.lake.lag").gauge().value()).isPositive();
    }

    private int failures() {
        return database.sql(
                        """
                        select coalesce(max(consecutive_failures), 0) from scheduled_tasks
                        where task_name = 'fill-lake'
                        """)
                .query(Integer.class)
                .single();
    }
}
