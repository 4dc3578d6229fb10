package dev.lectern.analytics.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.analytics.Classroom;
import dev.lectern.testing.Part;
import dev.lectern.testing.ServiceTest;
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

/// The lake read again gives the numbers that are shown.
@ServiceTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        infrastructure = {Part.POSTGRES, Part.BROKER, Part.OBJECTS},
        properties = {
            "db-scheduler.enabled=false",
            "lectern.analytics.lake-root=lake-${random.uuid}"
        })
class RebuildingTest {

    @LocalServerPort private int port;
    @Autowired private RabbitTemplate broker;
    @Autowired private JdbcClient database;
    @Autowired private FillingLake filling;
    @Autowired private Rebuilding rebuilding;
    @Autowired private Rollups rollups;
    @Autowired private LakePlan plan;
    @Autowired private LakeStore store;

    private Classroom room;

    @BeforeEach
    void openTheClassroom() {
        room = new Classroom(port, broker, database).opened();
        room.studied();
    }

    @Test
    void findsNothingToPutRight() {
        var live = room.figures();
        filling.fill();

        var run = rebuilt();

        assertThat(run.differences()).isZero();
        assertThat(run.unusable()).isZero();
        assertThat(run.fromLog()).isZero();
        assertThat(run.objects()).isPositive();
        assertThat(room.figures()).isEqualTo(live);
    }

    @Test
    void bringsBackTablesThatWereDroppedOrSpoiled() {
        filling.fill();
        var live = room.figures();
        count();
        Projecting.FACTS.stream()
                .filter(fact -> !fact.equals("fact_money"))
                .forEach(fact ->
                        database.sql("delete from %s where course_id = :course".formatted(fact))
                                .param("course", room.course)
                                .update());
        database.sql("update fact_money set amount = amount + 1 where course_id = :course")
                .param("course", room.course)
                .update();
        database.sql("update rollup_day set number = 77, amount = 77 where course_id = :course")
                .param("course", room.course)
                .update();
        assertThat(room.figures()).isNotEqualTo(live);

        assertThat(rebuilt().differences()).isPositive();

        assertThat(room.figures()).isEqualTo(live);
        count();
        assertThat(room.figures()).isEqualTo(live);
        assertThat(rebuilt().differences()).isZero();
    }

    @Test
    void takesFromTheLogWhatIsNotInTheLakeYet() {
        var live = room.figures();

        var run = rebuilt();

        assertThat(run.fromLog()).isPositive();
        assertThat(run.differences()).isZero();
        assertThat(room.figures()).isEqualTo(live);
    }

    @Test
    void noticesObjectsThatAreGoneOrDamagedAndWritesThemAgain() {
        filling.fill();
        var live = room.figures();
        var paid = keyOf("payment.order-paid.v1");
        var graded = keyOf("assessment.attempt-graded.v1");
        var before = store.find(paid).orElseThrow();
        store.put(paid, LakeFile.write(plan.linesOf(graded)));
        store.put(graded, LakeFile.write(List.of()));

        var run = rebuilt();

        assertThat(run.unusable()).isEqualTo(2);
        assertThat(run.differences()).isZero();
        assertThat(room.figures()).isEqualTo(live);
        filling.fill();
        assertThat(store.find(paid)).contains(before);
        assertThat(rebuilt().unusable()).isZero();
    }

    @Test
    void losesNothingThatIsSentMeanwhile() throws Exception {
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var sending =
                    others.submit(() -> {
                        for (var i = 0; i < 60; i++) {
                            room.send(UUID.randomUUID(), List.of(room.viewed()));
                        }
                        return true;
                    });
            var writing =
                    others.submit(() -> {
                        while (!sending.isDone()) {
                            filling.fill();
                        }
                        return true;
                    });
            do {
                assertThat(rebuilt().differences()).isZero();
            } while (!sending.isDone());
            assertThat(sending.get(1, TimeUnit.MINUTES)).isTrue();
            assertThat(writing.get(1, TimeUnit.MINUTES)).isTrue();
        }

        assertThat(room.learnersAt("VIEWED")).isEqualTo(61);
        assertThat(rebuilt().differences()).isZero();
    }

    @Test
    void holdsNobodyInTheLake() {
        filling.fill();

        var lake =
                store.keys()
                        .flatMap(key -> LakeFile.read(store.find(key).orElseThrow()).stream())
                        .map(line -> line.data().toString())
                        .toList();

        assertThat(lake).anyMatch(line -> line.contains(room.course.toString()));
        assertThat(lake)
                .noneMatch(line ->
                        line.contains(room.learner.toString())
                                || line.contains(room.author.toString()));
    }

    private RebuildView rebuilt() {
        rebuilding.rebuild();
        return rebuilding.latest().getFirst();
    }

    private void count() {
        while (rollups.countHours()) {
            // Until no hour is open.
        }
        while (rollups.countDays()) {
            // Until no day is open.
        }
    }

    private String keyOf(String type) {
        return database.sql(
                        """
                        select max(e.key) from lake_entry e join event_log l using (position)
                        where l.type = :type and l.data like :course
                        """)
                .param("type", type)
                .param("course", "%" + room.course + "%")
                .query(String.class)
                .single();
    }
}
