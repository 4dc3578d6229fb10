package dev.lectern.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.analytics.application.Ingesting;
import dev.lectern.testing.AtOnce;
import dev.lectern.testing.Part;
import dev.lectern.testing.ServiceTest;
import dev.lectern.testing.identity.TestIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What clients send is logged once, and counts only where its person could have done it.
@ServiceTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        infrastructure = {Part.POSTGRES, Part.BROKER, Part.OBJECTS},
        properties = "db-scheduler.polling-interval=200ms")
class IngestingTest {

    @LocalServerPort private int port;
    @Autowired private RabbitTemplate broker;
    @Autowired private JdbcClient database;
    @Autowired private Ingesting ingesting;
    @Autowired private PlatformTransactionManager transactions;

    private Classroom room;

    @BeforeEach
    void openTheClassroom() {
        room = new Classroom(port, broker, database).opened();
    }

    @Test
    void takesABatchOnceAndSaysSoTheSecondTime() {
        var batch = List.of(room.viewed(), room.watched(5, 25));

        var first = room.send(room.learner, batch);
        var again = room.send(room.learner, batch.reversed());

        assertThat(first.status()).isEqualTo(202);
        assertThat(first.json().get("accepted").asInt()).isEqualTo(2);
        assertThat(again.json().get("accepted").asInt()).isZero();
        assertThat(again.json().get("duplicates").asInt()).isEqualTo(2);
        assertThat(room.learnersAt("VIEWED")).isEqualTo(1);
        assertThat(room.table("video").json().get("items"))
                .extracting(piece -> piece.get("fromSeconds").asInt())
                .containsExactly(0, 10, 20);
    }

    @Test
    void countsAnIdOnceWithinABatch() {
        var event = room.viewed();

        var answer = room.send(room.learner, List.of(event, event)).json();

        assertThat(answer.get("accepted").asInt()).isEqualTo(1);
        assertThat(answer.get("duplicates").asInt()).isEqualTo(1);
    }

    @Test
    void countsBatchesThatRaceOnce() throws Exception {
        var batch = new ArrayList<Map<String, Object>>();
        for (var second = 0; second < 50; second++) {
            batch.add(room.watched(second, second + 1));
        }
        batch.add(room.viewed());

        var answers =
                AtOnce.run(
                        6,
                        () -> {
                            var mine = new ArrayList<>(batch);
                            Collections.shuffle(mine);
                            return room.send(room.learner, mine);
                        });

        assertThat(answers).allMatch(answer -> answer.status() == 202);
        assertThat(answers.stream().mapToInt(a -> a.json().get("accepted").asInt()).sum())
                .isEqualTo(batch.size());
        assertThat(room.logged("activity.video-watched.v1")).isEqualTo(50);
        assertThat(room.learnersAt("VIEWED")).isEqualTo(1);
    }

    @Test
    void takesWhatOneLearnerSendsFromManyTabsAtOnce() throws Exception {
        var other = new Classroom(port, broker, database, room.learner).opened();

        var answers =
                AtOnce.run(
                        8,
                        () -> {
                            var mine = new ArrayList<Map<String, Object>>();
                            for (var i = 0; i < 20; i++) {
                                mine.add(
                                        room.lessonOpened(i % 2 == 0 ? room.lesson : room.article));
                                mine.add(other.lessonOpened(other.lesson));
                                mine.add(other.viewed());
                                mine.add(room.viewed());
                            }
                            Collections.shuffle(mine);
                            return room.send(room.learner, mine);
                        });

        assertThat(answers)
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(202);
                    assertThat(answer.json().get("accepted").asInt()).isEqualTo(80);
                });
        assertThat(room.learnersAt("STARTED")).isEqualTo(1);
        assertThat(other.learnersAt("VIEWED")).isEqualTo(1);
    }

    @Test
    void countsViewsOfAnybodyWhileTheCourseIsOnOffer() {
        var stranger = UUID.randomUUID();

        assertThat(room.send(stranger, List.of(room.viewed(), room.viewed())).status())
                .isEqualTo(202);
        assertThat(room.learnersAt("VIEWED")).isEqualTo(1);

        room.neighbours.say(room.course, room.published(Instant.now()));
        room.awaitLogged("course.published.v1", 2);
        var afterwards = room.send(UUID.randomUUID(), List.of(room.viewed()));

        assertThat(afterwards.status()).isEqualTo(403);
        assertThat(room.send(room.learner, List.of(room.viewed())).status()).isEqualTo(202);
        assertThat(room.learnersAt("VIEWED")).isEqualTo(2);
    }

    @Test
    void logsAuthorsWhoLookAtTheirOwnCourseButCountsThemOnlyElsewhere() {
        var other = new Classroom(port, broker, database).opened();
        var views = List.of(room.viewed(), other.viewed());

        var answer = room.send(room.author, views);

        assertThat(answer.json().get("accepted").asInt()).isEqualTo(2);
        assertThat(room.logged("activity.course-viewed.v1")).isEqualTo(1);
        assertThat(room.learnersAt("VIEWED")).isZero();
        assertThat(other.learnersAt("VIEWED")).isEqualTo(1);
    }

    @Test
    void countsWhatIsInsideForThoseAloneWhoLearnIt() {
        var inside = List.of(room.lessonOpened(room.lesson), room.watched(0, 30));

        var answer = room.send(UUID.randomUUID(), inside);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("NOT_ENROLLED");
        assertThat(room.learnersAt("STARTED")).isZero();
        assertThat(room.table("video").json().get("items")).isEmpty();

        assertThat(room.send(room.learner, inside).status()).isEqualTo(202);
        room.neighbours.say(room.enrolled.id(), room.enrolled.revoked());
        room.awaitLogged("enrollment.revoked.v1", 1);

        assertThat(room.send(room.learner, List.of(room.watched(40, 50))).status()).isEqualTo(403);
        assertThat(room.learnersAt("STARTED")).isEqualTo(1);
    }

    @Test
    void countsOnlyLessonsAndVideosTheCourseShows() {
        var invented = room.lessonOpened(UUID.randomUUID());

        var answer =
                room.send(room.learner, List.of(invented, room.lessonOpened(room.lesson))).json();

        assertThat(answer.get("accepted").asInt()).isEqualTo(1);
        assertThat(answer.at("/refused/0/code").asString()).isEqualTo("NOT_FOUND");
        assertThat(room.table("dropoff").json().get("items")).hasSize(1);
    }

    @Test
    void knowsNoCourseThatWasNeverPublished() {
        var draft = new Classroom(port, broker, database);

        assertThat(room.send(room.learner, List.of(draft.viewed())).status()).isEqualTo(404);
    }

    @Test
    void refusesOneByOneAndTakesTheRest() {
        var late = room.viewedAt(Instant.now().minus(Duration.ofHours(25)));
        var unknown =
                Classroom.event(
                        "payment.order-paid.v1", Map.of("courseId", room.course), Instant.now());

        var answer = room.send(room.learner, List.of(late, room.viewed(), unknown)).json();

        assertThat(answer.get("accepted").asInt()).isEqualTo(1);
        assertThat(answer.get("refused"))
                .extracting(one -> one.get("index").asInt() + " " + one.get("code").asString())
                .containsExactly("0 CLOCK_SKEW", "2 SCHEMA_UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "e-Mail", "FULL_NAME", "ip", "Phone Number", "userAgent"})
    void refusesKeysThatCarryPersonalDataAtAnyDepth(String key) {
        var flat = Map.<String, Object>of("courseId", room.course, key, "leo@lectern.test");
        var deep = Map.<String, Object>of("courseId", List.of(Map.of("a", Map.of(key, "Leo"))));

        for (var data : List.of(flat, deep)) {
            var answer =
                    room.send(
                            room.learner,
                            List.of(
                                    Classroom.event(
                                            "activity.course-viewed.v1", data, Instant.now())));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.code()).isEqualTo("PII_KEY");
        }
        assertThat(room.logged("activity.course-viewed.v1")).isZero();
    }

    @Test
    void refusesABatchOfWhichNothingIsTaken() {
        var early = room.viewedAt(Instant.now().plus(Duration.ofHours(25)));

        var answer = room.send(room.learner, List.of(early));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("CLOCK_SKEW");
    }

    @Test
    void refusesMoreThanFiveHundred() {
        var many = Collections.nCopies(501, room.viewed());

        assertThat(room.send(room.learner, many).status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "[null]", "[{}]", "[{\"id\":1}]", "[", "[\"\\u0000\"]"})
    void refusesWhatIsNoBatch(String body) {
        assertThat(room.as(room.learner).post("/api/v1/events", body).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "surprise | 1 | UNKNOWN_FIELD",
                "specversion | {} | INVALID_VALUE",
                "id | {} | INVALID_VALUE",
                "source | {} | INVALID_VALUE",
                "type | {} | INVALID_VALUE",
                "subject | {} | INVALID_VALUE",
                "time | {} | INVALID_VALUE",
                "data | \"x\" | INVALID_VALUE",
                "source | \"a\\u0000b\" | CONTROL_CHARACTER",
                "type | \"a\\u0007b\" | CONTROL_CHARACTER"
            })
    void namesTheFieldThatIsWrongAndItsEvent(String field, String value, String code) {
        var fields = new LinkedHashMap<String, String>();
        room.viewed()
                .forEach((name, right) ->
                        fields.put(
                                name,
                                name.equals("data")
                                        ? "{\"courseId\": \"" + room.course + "\"}"
                                        : "\"" + right + "\""));
        fields.put(field, value);
        var body =
                fields.entrySet().stream()
                        .map(entry -> "\"" + entry.getKey() + "\": " + entry.getValue())
                        .collect(Collectors.joining(", ", "[{", "}]"));

        var answer = room.as(room.learner).post("/api/v1/events", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/0/" + field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"learner", "instructor", "moderator", "support", "admin"})
    void takesWhatPeopleOfEveryRoleSayOfThemselvesAlone(String role) {
        var leo = room.as(UUID.randomUUID());
        var somebody = leo.as(TestIdentity.tokenOf(UUID.randomUUID(), role));
        var body =
                """
                [{"specversion": "1.0", "id": "%s", "source": "x", "subject": "%s",
                  "type": "activity.lesson-opened.v1", "time": "%s",
                  "data": {"courseId": "%s", "lessonId": "%s"}}]
                """
                        .formatted(
                                UUID.randomUUID(),
                                room.learner,
                                Instant.now(),
                                room.course,
                                room.lesson);

        assertThat(somebody.post("/api/v1/events", body).status()).isEqualTo(403);
        assertThat(room.learnersAt("STARTED")).isZero();
    }

    @Test
    void keepsNothingOfATransactionThatIsCutOff() {
        var activity =
                new Ingesting.Activity(
                        UUID.randomUUID(),
                        "activity.course-viewed.v1",
                        Instant.now(),
                        room.learner,
                        Map.of("courseId", room.course.toString()));
        var transaction = new TransactionTemplate(transactions);

        transaction.executeWithoutResult(status -> {
            ingesting.ingest(List.of(activity), Optional.empty());
            status.setRollbackOnly();
        });
        assertThat(room.learnersAt("VIEWED")).isZero();
        var again = ingesting.ingest(List.of(activity), Optional.empty());

        assertThat(again.accepted()).isEqualTo(1);
        assertThat(room.learnersAt("VIEWED")).isEqualTo(1);
    }
}
