package dev.lectern.analytics.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.analytics.Classroom;
import dev.lectern.events.payment.OrderPaid;
import dev.lectern.testing.Part;
import dev.lectern.testing.ServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is counted ahead is what the facts say, at every moment.
@ServiceTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        infrastructure = {Part.POSTGRES, Part.BROKER, Part.OBJECTS},
        properties = {
            "db-scheduler.enabled=false",
            "lectern.analytics.lake-root=lake-${random.uuid}"
        })
class RollupsTest {

    @LocalServerPort private int port;
    @Autowired private RabbitTemplate broker;
    @Autowired private JdbcClient database;
    @Autowired private Rollups rollups;

    private Classroom room;

    @BeforeEach
    void openTheClassroom() {
        room = new Classroom(port, broker, database).opened();
    }

    @Test
    void giveTheSameFiguresBeforeAndAfterEachCount() {
        room.studied();
        var facts = room.figures();

        countHours();
        var hours = room.figures();
        countDays();
        var days = room.figures();

        assertThat(hours).isEqualTo(facts);
        assertThat(days).isEqualTo(facts);
        assertThat(open()).isZero();
    }

    @Test
    void areWhatIsReadOnceTheirWindowIsClosed() {
        room.studied();
        countHours();
        spoil("rollup_hour");
        assertThat(room.learnersAt("VIEWED")).isEqualTo(77);
        countDays();
        assertThat(room.learnersAt("VIEWED")).isEqualTo(77);
        spoil("rollup_day");

        assertThat(room.learnersAt("VIEWED")).isEqualTo(77);
        assertThat(room.table("revenue").json().get("gross").asLong()).isEqualTo(4900 + 77 + 77);
    }

    @Test
    void openAgainForWhatComesLate() {
        room.studied();
        var longAgo = Instant.now().minus(Duration.ofDays(20));
        room.neighbours.send(room.letter(paidAt(longAgo, 100)));
        room.awaitLogged("payment.order-paid.v1", 2);
        countHours();
        countDays();
        assertThat(open()).isZero();

        room.neighbours.send(room.letter(paidAt(longAgo.plusSeconds(1), 11)));
        room.awaitLogged("payment.order-paid.v1", 3);

        assertThat(open()).isPositive();
        assertThat(grossOn(longAgo)).isEqualTo(111);
        countHours();
        assertThat(grossOn(longAgo)).isEqualTo(111);
        countDays();
        assertThat(grossOn(longAgo)).isEqualTo(111);
        assertThat(open()).isZero();
    }

    @Test
    void moveALearnerWhoTurnsOutToHaveBeenThereBefore() {
        room.send(room.learner, List.of(room.viewed()));
        countHours();
        countDays();
        var yesterday = Instant.now().minus(Duration.ofHours(23));

        room.send(room.learner, List.of(room.viewedAt(yesterday)));

        assertThat(room.learnersAt("VIEWED")).isEqualTo(1);
        countHours();
        countDays();
        assertThat(room.learnersAt("VIEWED")).isEqualTo(1);
        assertThat(
                        database.sql(
                                        """
                                        select sum(number) from rollup_hour
                                        where course_id = :course and metric = 'VIEWED'
                                        """)
                                .param("course", room.course)
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void openNothingForWhatIsToldAgain() {
        var letter = room.letter(paidAt(Instant.now(), 100));
        room.neighbours.send(letter);
        room.awaitLogged("payment.order-paid.v1", 1);
        countHours();
        countDays();

        var same = room.send(room.learner, List.of(room.viewed()));
        countHours();
        countDays();
        room.send(room.learner, List.of(room.viewed()));

        assertThat(same.status()).isEqualTo(202);
        assertThat(open()).isZero();
    }

    @Test
    void missNobodyWhoComesWhileTheyAreCounted() throws Exception {
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var sending =
                    others.submit(() -> {
                        for (var i = 0; i < 80; i++) {
                            room.send(UUID.randomUUID(), List.of(room.viewed()));
                        }
                        return true;
                    });
            var last = 0L;
            while (!sending.isDone()) {
                countHours();
                countDays();
                var now = room.learnersAt("VIEWED");
                assertThat(now).isGreaterThanOrEqualTo(last);
                last = now;
            }
            assertThat(sending.get(1, TimeUnit.MINUTES)).isTrue();
        }

        assertThat(room.learnersAt("VIEWED")).isEqualTo(80);
        countHours();
        countDays();
        assertThat(room.learnersAt("VIEWED")).isEqualTo(80);
    }

    private OrderPaid paidAt(Instant at, long amount) {
        return room.paid(UUID.randomUUID(), amount, "EUR", at);
    }

    private long grossOn(Instant at) {
        var day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return room.table("revenue", "?from=%s&to=%s".formatted(day, day))
                .json()
                .get("gross")
                .asLong();
    }

    private void spoil(String rollup) {
        database.sql(
                        """
                        update %s set amount = amount + 77,
                            number = case metric when 'VIEWED' then 77 else number end
                        where course_id = :course and metric in ('VIEWED', 'ORDER')
                        """
                                .formatted(rollup))
                .param("course", room.course)
                .update();
    }

    private int open() {
        return database.sql("select count(*) from rollup_due where course_id = :course")
                .param("course", room.course)
                .query(Integer.class)
                .single();
    }

    private void countHours() {
        while (rollups.countHours()) {
            // Until no hour is open.
        }
    }

    private void countDays() {
        while (rollups.countDays()) {
            // Until no day is open.
        }
    }
}
