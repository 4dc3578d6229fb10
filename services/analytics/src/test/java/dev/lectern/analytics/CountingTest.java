package dev.lectern.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lectern.analytics.application.Ingesting;
import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.course.CourseMembershipChanged;
import dev.lectern.events.course.CourseMembershipChanged.Member;
import dev.lectern.events.enrollment.EnrollmentCompleted;
import dev.lectern.events.enrollment.EnrollmentProgressChanged;
import dev.lectern.events.payment.OrderPaid;
import dev.lectern.events.payment.RefundSettled;
import dev.lectern.testing.Part;
import dev.lectern.testing.ServiceTest;
import dev.lectern.testing.events.Neighbours;
import dev.lectern.testing.facts.Enrolled;
import dev.lectern.testing.identity.TestIdentity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// What is sent and told is counted once, however it comes.
@ServiceTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        infrastructure = {Part.POSTGRES, Part.BROKER, Part.OBJECTS},
        properties = "db-scheduler.polling-interval=200ms")
class CountingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @LocalServerPort private int port;
    @Autowired private RabbitTemplate broker;
    @Autowired private JdbcClient database;
    @Autowired private Ingesting ingesting;
    @Autowired private PlatformTransactionManager transactions;
    @Autowired private JsonMapper json;

    private final UUID learner = UUID.randomUUID();
    private final UUID author = UUID.randomUUID();
    private final UUID course = UUID.randomUUID();
    private Neighbours neighbours = new Neighbours(new RabbitTemplate());

    @BeforeEach
    void tellWhoTheAuthorIs() {
        neighbours = new Neighbours(broker);
        neighbours.say(
                course, new CourseMembershipChanged(course, List.of(new Member(author, "AUTHOR"))));
        await().atMost(PATIENCE).until(() -> table("funnel", "").status() == 200);
    }

    @Test
    void takesABatchOnceAndSaysSoTheSecondTime() {
        var batch = List.of(viewed(UUID.randomUUID()), watched(UUID.randomUUID(), 5, 25));

        var first = send(learner, batch);
        var again = send(learner, batch.reversed());

        assertThat(first.status()).isEqualTo(202);
        assertThat(first.json().get("accepted").asInt()).isEqualTo(2);
        assertThat(again.json().get("accepted").asInt()).isZero();
        assertThat(again.json().get("duplicates").asInt()).isEqualTo(2);
        assertThat(learnersAt("VIEWED")).isEqualTo(1);
        assertThat(table("video", "").json().get("items"))
                .extracting(piece -> piece.get("fromSeconds").asInt())
                .containsExactly(0, 10, 20);
    }

    @Test
    void countsAnIdOnceWithinABatch() {
        var event = viewed(UUID.randomUUID());

        var answer = send(learner, List.of(event, event)).json();

        assertThat(answer.get("accepted").asInt()).isEqualTo(1);
        assertThat(answer.get("duplicates").asInt()).isEqualTo(1);
    }

    @Test
    void refusesOneByOneAndTakesTheRest() {
        var late = viewed(UUID.randomUUID(), Instant.now().minus(Duration.ofHours(25)));
        var unknown = event("payment.order-paid.v1", Map.of("courseId", course), Instant.now());
        var personal =
                event(
                        "activity.course-viewed.v1",
                        Map.of("courseId", course, "e-Mail", "leo@lectern.test"),
                        Instant.now());

        var answer =
                send(learner, List.of(late, viewed(UUID.randomUUID()), unknown, personal)).json();

        assertThat(answer.get("accepted").asInt()).isEqualTo(1);
        assertThat(answer.get("refused"))
                .extracting(one -> one.get("index").asInt() + " " + one.get("code").asString())
                .containsExactly("0 CLOCK_SKEW", "2 SCHEMA_UNKNOWN", "3 PII_KEY");
    }

    @Test
    void refusesABatchOfWhichNothingIsTaken() {
        var late = viewed(UUID.randomUUID(), Instant.now().plus(Duration.ofHours(25)));

        var answer = send(learner, List.of(late));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("CLOCK_SKEW");
    }

    @Test
    void refusesMoreThanFiveHundred() {
        var many = Collections.nCopies(501, viewed(UUID.randomUUID()));

        assertThat(send(learner, many).status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "[null]", "[{}]", "[{\"id\":1}]", "[", "[\"\\u0000\"]"})
    void refusesWhatIsNoBatch(String body) {
        assertThat(as(learner).post("/api/v1/events", body).status()).isEqualTo(400);
    }

    @Test
    void keepsNothingOfATransactionThatIsCutOff() {
        var activity =
                new Ingesting.Activity(
                        UUID.randomUUID(),
                        "activity.course-viewed.v1",
                        Instant.now(),
                        learner,
                        Map.of("courseId", course.toString()));
        var transaction = new TransactionTemplate(transactions);

        transaction.executeWithoutResult(status -> {
            ingesting.ingest(List.of(activity), Optional.empty());
            status.setRollbackOnly();
        });
        assertThat(learnersAt("VIEWED")).isZero();
        var again = ingesting.ingest(List.of(activity), Optional.empty());

        assertThat(again.accepted()).isEqualTo(1);
        assertThat(learnersAt("VIEWED")).isEqualTo(1);
    }

    @Test
    void addsMoneyUpOnceNetOfRefundsAndNeverAcrossCurrencies() {
        var order = UUID.randomUUID();
        var letters = new ArrayList<Neighbours.Letter>();
        letters.add(letter(paid(order, 2450, "EUR")));
        // Told again under another id while nobody has answered: the same money.
        letters.add(letter(paid(order, 2450, "EUR")));
        letters.add(letter(paid(UUID.randomUUID(), 4900, "EUR")));
        letters.add(letter(paid(UUID.randomUUID(), 1999, "USD")));
        letters.add(
                letter(
                        new RefundSettled(
                                UUID.randomUUID(),
                                order,
                                learner,
                                course,
                                2450,
                                "EUR",
                                Instant.now())));
        letters.addAll(List.copyOf(letters));
        Collections.reverse(letters);

        letters.forEach(neighbours::send);

        await().atMost(PATIENCE).until(() -> moneys() == 4);
        var euros = table("revenue", "").json();
        assertThat(euros.get("currency").asString()).isEqualTo("EUR");
        assertThat(euros.get("gross").asLong()).isEqualTo(7350);
        assertThat(euros.get("refunded").asLong()).isEqualTo(2450);
        assertThat(euros.get("net").asLong()).isEqualTo(4900);
        assertThat(euros.at("/items/0/orders").asLong()).isEqualTo(2);
        assertThat(table("revenue", "?currency=USD").json().get("net").asLong()).isEqualTo(1999);
    }

    @Test
    void countsHowFarLearnersCame() {
        var enrolled = Enrolled.in(course, learner);
        neighbours.say(
                enrolled.id(), new EnrollmentCompleted(enrolled.id(), learner, course, 1, now()));
        neighbours.say(
                enrolled.id(), new EnrollmentProgressChanged(enrolled.id(), learner, course, 49));
        neighbours.say(
                enrolled.id(), new EnrollmentProgressChanged(enrolled.id(), learner, course, 50));
        neighbours.say(enrolled.id(), enrolled.completed(UUID.randomUUID()));
        neighbours.say(enrolled.id(), enrolled.granted(1));
        var range = "?from=2026-09-01&to=" + LocalDate.ofInstant(now(), ZoneOffset.UTC);

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(table("funnel", range).json().get("steps"))
                                .extracting(step ->
                                        step.get("name").asString()
                                                + " "
                                                + step.get("learners").asLong())
                                .containsExactly(
                                        "VIEWED 0",
                                        "ORDERED 0",
                                        "ENROLLED 1",
                                        "STARTED 1",
                                        "HALFWAY 1",
                                        "COMPLETED 1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"funnel", "dropoff", "video", "quiz", "revenue"})
    void writesTheSameNumbersAsCsvForTheAuthorAlone(String table) {
        send(learner, List.of(viewed(UUID.randomUUID()), watched(UUID.randomUUID(), 0, 10)));
        neighbours.send(letter(paid(UUID.randomUUID(), 2450, "EUR")));
        await().atMost(PATIENCE).until(() -> moneys() == 1);

        var asJson = table(table, "").json();
        var asCsv =
                as(author)
                        .with("Accept", "text/csv")
                        .get("/api/v1/analytics/courses/" + course + "/" + table);

        assertThat(asCsv.header("Content-Type")).startsWith("text/csv");
        var lines = asCsv.body().lines().toList();
        var columns = lines.getFirst().split(",", -1);
        var items = asJson.has("steps") ? asJson.get("steps") : asJson.get("items");
        assertThat(lines).hasSize(items.size() + 1);
        for (var row = 0; row < items.size(); row++) {
            var cells = lines.get(row + 1).split(",", -1);
            for (var column = 0; column < columns.length; column++) {
                if (items.get(row).has(columns[column])) {
                    assertThat(cells[column])
                            .isEqualTo(items.get(row).get(columns[column]).asString());
                }
            }
        }
        for (var role : List.of("learner", "instructor", "moderator", "support", "admin")) {
            var stranger = new Client(port).as(TestIdentity.tokenOf(UUID.randomUUID(), role));
            assertThat(stranger.get("/api/v1/analytics/courses/" + course + "/" + table).status())
                    .isEqualTo(404);
        }
    }

    @Test
    void refusesMoreThanFourHundredDays() {
        assertThat(table("funnel", "?from=2025-01-01&to=2026-02-04").status()).isEqualTo(200);
        var tooLong = table("funnel", "?from=2025-01-01&to=2026-02-05");

        assertThat(tooLong.status()).isEqualTo(400);
        assertThat(tooLong.code()).isEqualTo("RANGE_UNUSABLE");
        assertThat(table("funnel", "?from=2026-02-02&to=2026-02-01").status()).isEqualTo(400);
        assertThat(table("funnel", "?from=yesterday").status()).isEqualTo(400);
    }

    @Test
    void knowsPeopleByPseudonymsOnlyAndForgetsNothing() {
        neighbours.send(letter(paid(UUID.randomUUID(), 2450, "EUR")));
        await().atMost(PATIENCE).until(() -> moneys() == 1);

        assertThat(
                        database.sql("select count(*) from event_log where data like :person")
                                .param("person", "%" + learner + "%")
                                .query(Integer.class)
                                .single())
                .isZero();
        assertThatThrownBy(() -> database.sql("delete from event_log").update())
                .hasMessageContaining("only appended to");
    }

    private static Instant now() {
        return Instant.now();
    }

    private OrderPaid paid(UUID order, long amount, String currency) {
        return new OrderPaid(order, learner, course, UUID.randomUUID(), amount, currency, now());
    }

    private Neighbours.Letter letter(ContractEvent event) {
        return neighbours.letter(course, event);
    }

    private int moneys() {
        return database.sql("select count(*) from fact_money where course_id = :course")
                .param("course", course)
                .query(Integer.class)
                .single();
    }

    private long learnersAt(String step) {
        for (var one : table("funnel", "").json().get("steps")) {
            if (one.get("name").asString().equals(step)) {
                return one.get("learners").asLong();
            }
        }
        throw new AssertionError(step);
    }

    private Answer table(String name, String query) {
        return as(author).get("/api/v1/analytics/courses/" + course + "/" + name + query);
    }

    private Answer send(UUID person, List<Map<String, Object>> batch) {
        return as(person).post("/api/v1/events", json.writeValueAsString(batch));
    }

    private Map<String, Object> viewed(UUID id) {
        return viewed(id, now());
    }

    private Map<String, Object> viewed(UUID id, Instant at) {
        return event(id, "activity.course-viewed.v1", Map.of("courseId", course), at);
    }

    private Map<String, Object> watched(UUID id, int from, int to) {
        return event(
                id,
                "activity.video-watched.v1",
                Map.of("courseId", course, "videoId", course, "fromSeconds", from, "toSeconds", to),
                now());
    }

    private static Map<String, Object> event(String type, Map<String, Object> data, Instant at) {
        return event(UUID.randomUUID(), type, data, at);
    }

    private static Map<String, Object> event(
            UUID id, String type, Map<String, Object> data, Instant at) {
        return Map.of(
                "specversion",
                "1.0",
                "id",
                id,
                "source",
                "lectern/web",
                "type",
                type,
                "time",
                at.toString(),
                "data",
                data);
    }

    private Client as(UUID person) {
        return new Client(port).as(TestIdentity.tokenOf(person, "learner"));
    }
}
